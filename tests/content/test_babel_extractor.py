"""Every text of the content files that is shown reaches the translators."""

from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pytest

from coreapp.content.babel_extractor import SPOKEN, extract
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Exercise, FlowPosition, Level
from coreapp.domain.routine import Routine
from tests.fakes.programmes import shipped_programmes

ASSETS = Path(__file__).resolve().parents[2] / "assets"

NOT_SHOWN = {
    "id",
    "aliases",
    "kind",
    "sides",
    "position",
    "places",
    "place",
    "group",
    "equipment",
    "areas",
    "muscles",
    "secondary_muscles",
    "purposes",
    "easier",
    "harder",
    "breath",
    "exercise",
    "level",
    "advance",
    "letter",
    "grows",
    "then",
}
"""Ids, words with labels of their own, and what is typed instead of shown."""


def extracted(file: str) -> list[tuple[int, str, tuple[str, str], list[str]]]:
    path = ASSETS / file
    with path.open("rb") as content:
        return list(extract(content, (), (), {"kind": path.parent.name.rstrip("s")}))


def texts_of(thing: object) -> set[str]:
    """Every text there is in a domain object, whatever its fields are called."""
    if isinstance(thing, str):
        return {thing} - {""}
    if isinstance(thing, tuple):
        return set().union(*(texts_of(each) for each in thing))
    if not hasattr(thing, "__dataclass_fields__"):
        return set()
    shown = (each.name for each in fields(thing) if each.name not in NOT_SHOWN)
    return set().union(*(texts_of(getattr(thing, name)) for name in shown))


def test_every_text_of_every_exercise_is_extracted(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        messages = extracted(f"exercises/{exercise.id}.toml")

        assert {text for _, _, (_, text), _ in messages} == texts_of(exercise)
        assert {context for _, _, (context, _), _ in messages} == {exercise.text_context}
        assert {function for _, function, _, _ in messages} == {"pgettext"}


def test_every_text_of_every_programme_is_extracted_once() -> None:
    for programme in shipped_programmes().values():
        messages = extracted(f"programmes/{programme.id}.toml")

        texts = [text for _, _, (_, text), _ in messages]
        assert set(texts) == texts_of(programme)
        assert len(texts) == len(set(texts))
        assert {context for _, _, (context, _), _ in messages} == {programme.text_context}


def test_every_text_of_every_routine_is_extracted(routines: dict[str, Routine]) -> None:
    for routine in routines.values():
        messages = extracted(f"routines/{routine.id}.toml")

        assert {text for _, _, (_, text), _ in messages} == texts_of(routine)
        assert {context for _, _, (context, _), _ in messages} == {routine.text_context}


def test_the_comparison_sees_levels_and_positions(exercises: dict[str, Exercise]) -> None:
    level = Level("L1", "text", "move up")
    position = FlowPosition("name", exercises["sun-salutation"].positions[0].breath, 1, "cue")

    assert texts_of((level, position)) == {"text", "move up", "name", "cue"}


def test_a_message_has_its_line() -> None:
    lines = (ASSETS / "exercises/plank.toml").read_text(encoding="utf-8").splitlines()

    for line, _, (_, text), _ in extracted("exercises/plank.toml"):
        assert text in lines[line - 1]


def test_a_text_that_is_written_with_escapes_has_the_first_line() -> None:
    content = (ASSETS / "exercises/plank.toml").read_text(encoding="utf-8")
    content = content.replace("Forearm plank", r"Forearm\tplank")

    messages = list(extract(BytesIO(content.encode()), (), (), {}))

    assert messages[0][0] == 1
    assert messages[0][2] == ("exercise plank", "Forearm\tplank")


def test_translators_are_told_what_is_spoken() -> None:
    spoken = [text for _, _, (_, text), why in extracted("exercises/plank.toml") if SPOKEN in why]

    assert len(spoken) == 5


def test_nothing_of_the_figure_is_extracted() -> None:
    content, _, _ = (ASSETS / "exercises/plank.toml").read_bytes().partition(b"[figure]")
    figure = b'\n[figure]\nview = "a view of it"\npose = { knee = 90, cue = "a cue of it" }\n'

    plain = list(extract(BytesIO(content), (), (), {}))
    drawn = list(extract(BytesIO(content + figure), (), (), {}))

    assert drawn == plain


def test_a_seated_variant_is_extracted_where_there_is_one(exercises: dict[str, Exercise]) -> None:
    def texts(identity: str) -> list[str]:
        return [text for _, _, (_, text), _ in extracted(f"exercises/{identity}.toml")]

    assert exercises["desk-march"].seated in texts("desk-march")
    assert not exercises["plank"].seated
    assert "" not in texts("plank")


def test_a_broken_file_stops_the_extraction() -> None:
    with pytest.raises(ContentError):
        list(extract(BytesIO(b"id = 3"), (), (), {"kind": "routine"}))
