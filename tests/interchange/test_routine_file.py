import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import CoreappError, FileUnreadableError, InvalidValueError
from coreapp.interchange.routine_file import MOST_BYTES, RoutineFolder, decode, encode
from coreapp.services.shared_routine import SharedRoutine
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.own_routines import OwnWorld

SHARED = SharedRoutine(own_routine(), (own_exercise(pictures=()),), ("plank",))
TEXT = encode(SHARED)


def changed(**keys: object) -> bytes:
    return json.dumps(json.loads(TEXT) | keys).encode()


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "evening.coreapp-routine.json"
    RoutineFolder().write(path, SHARED)
    assert RoutineFolder().read(path) == SHARED
    assert decode(b"\xef\xbb\xbf" + TEXT.encode()) == SHARED


def test_a_shipped_routine_goes_through_unchanged() -> None:
    world = OwnWorld()
    for routine in list(world.library.routines):
        shared = world.sharing.share(world.own.duplicate(routine.id).id, Path("any"))
        assert decode(encode(shared).encode()) == shared


def test_the_format_says_what_it_is() -> None:
    document = json.loads(TEXT)
    assert list(document) == ["format", "version", "routine", "exercises", "needs"]
    assert (document["format"], document["version"]) == ("coreapp-routine", 1)


NO_FILES = [
    (b"", "file"),
    (b"{", "file"),
    (b"\xff\xfe", "file"),
    (b"[" * 5000, "file"),
    (b"[]", "file"),
    (b"{}", "format"),
    (b'{"format": "coreapp", "version": 1}', "format"),
    (changed(version=2), "version"),
    (changed(version=0), "version"),
    (changed(extra=1), "extra"),
    (changed(routine=[]), "routine"),
    (changed(routine={}), "routine.id"),
    (changed(routine=json.loads(TEXT)["routine"] | {"id": "../up"}), "routine.id"),
    (changed(exercises=[{}]), "exercises[0].id"),
    (changed(exercises=json.loads(TEXT)["exercises"] * 2), "exercises[1].id"),
    (changed(needs=[""]), "needs[0]"),
    (b" " * (MOST_BYTES + 1), "file"),
]


def test_what_is_no_such_file_is_refused_with_its_place() -> None:
    wrong = []
    for content, key in NO_FILES:
        try:
            decode(content)
            wrong.append((key, content[:200], "is read"))
        except InvalidValueError as error:
            if error.key != key:
                wrong.append((key, content[:200], error))
    assert wrong == []


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        RoutineFolder().read(tmp_path / "none")


def test_no_more_of_a_large_file_is_read_than_tells_that_it_is_large(tmp_path: Path) -> None:
    path = tmp_path / "film"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(InvalidValueError):
        RoutineFolder().read(path)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.binary(max_size=200))
def test_no_bytes_get_past(content: bytes) -> None:
    with pytest.raises(CoreappError):
        decode(content)


@given(st.data())
def test_whatever_is_changed_is_refused_or_can_be_looked_into(data: st.DataObject) -> None:
    """One value anywhere in a sound file is another one: no other error may come of it."""
    document = json.loads(TEXT)
    here: object = document
    while isinstance(here, dict | list) and here:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = data.draw(st.sampled_from(keys))
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            here[key] = data.draw(VALUES)
            break
        here = inner
    world = OwnWorld()
    try:
        shared = decode(json.dumps(document, allow_nan=True).encode())
        arrival = world.sharing.preview(shared)
    except CoreappError:
        assert world.documents.kept == {}
        return
    world.sharing.take_in(arrival)
    again = world.sharing.preview(shared)
    assert again.changes_nothing


def test_a_routine_as_long_as_may_be_fits_into_a_file() -> None:
    block = own_routine().blocks[0]
    step = replace(block.steps[0], note="ü" * 2000)
    longest = own_routine(blocks=(replace(block, steps=(step,) * 200),))
    assert decode(encode(SharedRoutine(longest)).encode()).routine == longest
