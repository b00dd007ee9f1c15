"""Files of one's own that were damaged: the program starts, says so, and loses nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, texts_of

NONSENSE = {
    "truncated": b'{"id": "my',
    "half a character": b'{"name": "\\ud800"}',
    "empty": b"",
    "not a table": b"[1, 2]",
    "not text": b"\xff\xfe\x00",
}


def make_own(world: World, name: str) -> tuple[Path, Path]:
    """Make an exercise of one's own; return its file and that of its picture."""
    editing = world.services.exercise_editing
    picture = editing.take_picture(b"\x89PNG\r\n\x1a\n" + name.encode())
    copy = replace(editing.begin_copy("plank"), name=name, pictures=(picture,))
    kept = editing.save(copy)
    return world.home / "exercises" / f"{kept.id}.json", editing.picture_path(picture)


def told_in_the_library(world: World) -> list[str]:
    page = world.open_page(PageKey.LIBRARY)
    return [text for text in texts_of(page) if "cannot be used now" in text]


def test_exercises_are_told_at_every_start_their_pictures_stay_and_good_copies_heal(
    open_world: Callable[..., World],
) -> None:
    world = open_world().start("hide")
    made = {name: make_own(world, name) for name in NONSENSE}
    world.stop()
    good = {path: path.read_bytes() for path, _picture in made.values()}
    for name, (path, _picture) in made.items():
        path.write_bytes(NONSENSE[name])

    for _start in range(2):
        again = open_world().start("hide")
        told = told_in_the_library(again)
        assert len(told) == len(NONSENSE)
        for name, (path, _picture) in made.items():
            assert [path.name in text for text in told].count(True) == 1, name
        editing = again.services.exercise_editing
        editing.save(editing.begin_copy("side-plank"))
        assert [name for name, (_path, picture) in made.items() if not picture.exists()] == []
        again.stop()

    for path, content in good.items():
        path.write_bytes(content)
    healed = open_world().start("hide")
    assert told_in_the_library(healed) == []
    for content in good.values():
        assert healed.services.library.is_own_exercise(json.loads(content)["id"])


def test_choices_are_told_once_and_after_what_is_worse(open_world: Callable[..., World]) -> None:
    world = open_world().start("hide")
    world.stop()
    log, choices = world.home / "coreapp.db", ("settings.json", "marks.json")
    good = log.read_bytes()
    log.write_bytes(b"Dear diary, this is no database at all.")
    for name in choices:
        (world.home / name).write_bytes(b"{")

    broken = open_world().start("hide", log=False)
    assert broken.banner.startswith("The log cannot be opened")
    broken.stop()
    log.write_bytes(good)

    again = open_world().start("hide")
    assert again.banner.startswith("settings.json and marks.json could not be read and begin anew.")
    again.stop()
    last = open_world().start()
    assert not [text for text in texts_of(last.program.window) if "could not be read" in text]
    for name in choices:
        assert (world.home / f"{name}.bad").read_bytes() == b"{"
