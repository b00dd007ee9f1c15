"""Files of one's own that were damaged: the program starts, says so, and loses nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, texts_of

NONSENSE = {
    "truncated": b'{"id": "my',
    "half a character": b'{"name": "\\ud800"}',
    "empty": b"",
    "not a table": b"[1, 2]",
    "not text": b"\xff\xfe\x00",
}


@pytest.fixture
def with_own(open_world: Callable[..., World]) -> tuple[World, Path, Path]:
    """A program that is over, with an exercise of one's own that has a picture."""
    world = open_world().start()
    editing = world.services.exercise_editing
    picture = editing.take_picture(b"\x89PNG\r\n\x1a\n")
    copy = editing.begin_copy("plank")
    kept = editing.save(replace(copy, pictures=(picture,)))
    world.stop()
    path = world.home / "exercises" / f"{kept.id}.json"
    return world, path, editing.picture_path(picture)


@pytest.mark.parametrize("content", NONSENSE.values(), ids=NONSENSE)
def test_it_is_told_at_every_start_and_its_pictures_stay(
    with_own: tuple[World, Path, Path], open_world: Callable[..., World], content: bytes
) -> None:
    _world, path, picture = with_own
    path.write_bytes(content)

    for _start in range(2):
        again = open_world().start()
        page = again.open_page(PageKey.LIBRARY)
        told = [text for text in texts_of(page) if "cannot be used now" in text]
        assert len(told) == 1
        assert path.name in told[0]
        editing = again.services.exercise_editing
        editing.save(editing.begin_copy("side-plank"))
        assert picture.exists()
        again.stop()


def test_a_good_copy_in_its_place_is_the_exercise_again(
    with_own: tuple[World, Path, Path], open_world: Callable[..., World]
) -> None:
    _world, path, _picture = with_own
    good = path.read_bytes()
    path.write_bytes(b"{")
    open_world().start().stop()
    path.write_bytes(good)

    again = open_world().start()
    page = again.open_page(PageKey.LIBRARY)
    assert not [text for text in texts_of(page) if "cannot be used now" in text]
    assert again.services.library.is_own_exercise(json.loads(good)["id"])


def test_choices_that_cannot_be_read_are_told_once(open_world: Callable[..., World]) -> None:
    world = open_world().start()
    world.stop()
    settings = world.home / "settings.json"
    settings.write_bytes(b"{")

    def told() -> list[str]:
        again = open_world().start()
        found = [text for text in texts_of(again.program.window) if "could not be read" in text]
        again.stop()
        return found

    (sentence,) = told()
    assert sentence.startswith("settings.json could not be read and begins anew.")
    assert told() == []
    assert (world.home / "settings.json.bad").read_bytes() == b"{"


def test_what_is_worse_is_told_first_and_choices_at_the_next_start(
    open_world: Callable[..., World],
) -> None:
    world = open_world().start()
    world.stop()
    log = world.home / "coreapp.db"
    good = log.read_bytes()
    log.write_bytes(b"Dear diary, this is no database at all.")
    (world.home / "marks.json").write_bytes(b"{")

    broken = open_world().start(log=False)
    assert broken.banner.startswith("The log cannot be opened")
    broken.stop()
    log.write_bytes(good)

    assert open_world().start().banner.startswith("marks.json could not be read")
