"""An exercise of one's own through the real windows and files: made, marked, deleted, kept."""

import json
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit

from coreapp.ui.dialogs.exercise_editor import ExerciseEditor
from coreapp.ui.dialogs.picture_fields import PictureFields
from coreapp.ui.dialogs.text_fields import TextBlock
from coreapp.ui.navigation import PageKey, Place
from tests.e2e.world import World, texts_of
from tests.fakes.exercise_world import write_picture


def made(world: World, name: str) -> str:
    """Make an exercise with a picture in the editor; return its id."""
    page = world.open_page(PageKey.LIBRARY)
    world.click(page, "New exercise")
    (editor,) = page.findChildren(ExerciseEditor)
    editor.findChild(QLineEdit, "exercise_name").setText(name)
    steps = next(
        each for each in editor.findChildren(TextBlock) if each.field.accessibleName() == "Steps"
    )
    steps.field.setPlainText("Stand on one leg.")
    picture = write_picture(world.home / "photo.png", QSize(60, 40), QColor(200, 30, 30))
    editor.findChild(PictureFields).file_chosen.emit(picture)
    world.click(editor, "save_exercise")
    return world.program.window.place.exercise


def leave_broken(world: World) -> None:
    """Put two files into the folder of exercises that are none."""
    folder = world.home / "exercises"
    folder.mkdir()
    (folder / "broken.json").write_text("{")
    (folder / "empty.json").write_text('{"id": "empty"}')


def test_a_day_with_an_exercise_of_ones_own_beside_broken_ones(
    open_world: Callable[..., World],
) -> None:
    world = open_world()
    leave_broken(world)
    world.start("hide")
    assert {each.id for each in world.services.library.left_out} == {"broken", "empty"}
    assert (world.home / "exercises" / "broken.json.bad").is_file()
    assert "46 exercises" in texts_of(world.open_page(PageKey.LIBRARY))

    identity = made(world, "Kranich")
    window = world.program.window
    assert "Kranich" in texts_of(window.page)
    document = json.loads((world.home / "exercises" / f"{identity}.json").read_text())
    assert (document["name"], len(document["pictures"])) == ("Kranich", 1)
    assert (world.home / "pictures" / document["pictures"][0]).is_file()

    world.click(window.page, "like")
    assert world.services.marks.taste.liked == {identity}

    world.program._pages._exercise_desk.delete(identity)
    world.settle()
    assert window.place == Place(PageKey.LIBRARY)
    assert "Kranich" not in texts_of(window.page)
    window.go(Place(PageKey.LIBRARY, identity))
    world.settle()
    assert "This exercise is no longer there" in texts_of(window.page)
    window.undo()
    world.settle()
    assert "Kranich" in texts_of(window.page)
    world.stop()

    again = open_world().start("hide")
    again.program.window.go(Place(PageKey.LIBRARY, identity))
    again.program.show_window()
    again.settle()
    assert "Kranich" in texts_of(again.program.window.page)
    assert again.program.art.pictures(identity) == 1
    assert {each.id for each in again.services.library.left_out} == {"broken", "empty"}
