"""What a person can do with an exercise, from the page and from the library."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from coreapp.domain.errors import DiskFullError, StillUsedError
from coreapp.domain.marks import PLAIN, Liking
from coreapp.services.changes import Change
from coreapp.ui.dialogs.exercise_editor import ExerciseEditor
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.exercises.action_bar import ActionBar
from coreapp.ui.pages.exercises.exercise import ExercisePage
from coreapp.ui.pages.exercises.gallery import PictureGallery
from tests.fakes.exercise_world import ExerciseWorld
from tests.fakes.own import own_exercise, own_routine
from tests.ui.pages.desk import settle, texts


@pytest.fixture
def world(qtbot):
    return ExerciseWorld()


@pytest.fixture
def page(qtbot, world):
    made = ExercisePage(world.theme, world.art, world.library, world.shell, world.desk)
    qtbot.addWidget(made)
    world.theme.set_reduced_motion(reduced=True)
    made.resize(1224, 900)
    made.show()
    made.become_seen()
    yield made
    made.become_hidden()
    made.hide()


def action(world, page, exercise: str, text: str) -> QAction:
    menu = QMenu(page)
    world.desk.fill(menu, exercise, page)
    return next(each for each in menu.actions() if each.text() == text)


def open_editor(page) -> ExerciseEditor:
    settle()
    (editor,) = page.findChildren(ExerciseEditor)
    return editor


@pytest.mark.parametrize(
    ("text", "told", "mark"),
    [
        ("Choose it last", "chosen last", {"liking": Liking.DISLIKED}),
        ("Hidden", "is hidden", {"hidden": True}),
    ],
)
def test_a_mark_is_set_told_undone_and_taken_back(world, page, text, told, mark):
    assert not action(world, page, "plank", text).isChecked()
    action(world, page, "plank", text).trigger()
    found = world.marks.of("plank")
    assert {key: getattr(found, key) for key in mark} == mark
    assert told in world.shell.told[-1]
    assert world.shell.changes == [(Change.LIBRARY,)]

    world.shell.undos[-1]()
    assert world.marks.of("plank") == PLAIN
    action(world, page, "plank", text).trigger()
    assert action(world, page, "plank", text).isChecked()
    action(world, page, "plank", text).trigger()
    assert world.marks.of("plank") == PLAIN


def test_not_today_is_over_tomorrow(world, page):
    action(world, page, "plank", "Not today").trigger()
    assert action(world, page, "plank", "Not today").isChecked()
    assert "“Forearm plank” is not chosen today." in world.shell.told
    action(world, page, "plank", "Not today").trigger()
    assert world.marks.of("plank") == PLAIN
    action(world, page, "plank", "Not today").trigger()
    world.clock.advance(24 * 3600)
    assert not action(world, page, "plank", "Not today").isChecked()


def test_the_page_says_what_is_marked_and_fills_the_heart_for_what_is_liked(qtbot, world, page):
    page.show_exercise("plank")
    heart = page.findChild(QToolButton, "like")
    assert heart.accessibleName() == "Like"
    qtbot.mouseClick(heart, Qt.MouseButton.LeftButton)
    page.note(frozenset({Change.LIBRARY}))
    assert heart.accessibleName() == "Liked"
    assert world.marks.of("plank").liking is Liking.LIKED
    qtbot.mouseClick(heart, Qt.MouseButton.LeftButton)
    page.note(frozenset({Change.LIBRARY}))
    assert heart.accessibleName() == "Like"

    world.marks.hide("plank", hidden=True)
    world.marks.leave_for_today("plank", left=True)
    world.marks.like("plank", Liking.DISLIKED)
    page.note(frozenset({Change.LIBRARY}))
    assert "Chosen last · Not today · Hidden" in texts(page)


def test_only_ones_own_can_be_edited_and_deleted(world, page):
    world.library.put_exercise(own_exercise())
    for exercise, offered in (("plank", False), ("my-plank", True)):
        menu = QMenu(page)
        world.desk.fill(menu, exercise, page)
        names = [each.text() for each in menu.actions()]
        assert ("Edit…" in names, "Delete" in names) == (offered, offered)
        assert "Duplicate…" in names
        page.show_exercise(exercise)
        assert ("Edit…" in texts(page)) is offered
        assert ("Duplicate…" in texts(page)) is not offered
        menu = page.findChildren(ActionBar)[0].menu
        menu.aboutToShow.emit()  # it is filled when it opens
        assert [each.text() for each in menu.actions()] == names


def test_a_duplicate_is_opened_once_it_is_saved(world, page):
    world.desk.duplicate("plank", page)
    assert world.documents.kept == {}
    open_editor(page)._keep()
    assert list(world.documents.kept) == ["own-1"]
    assert world.library.exercise_name("own-1") == "Copy of Forearm plank"
    assert world.shell.exercises == ["own-1"]
    assert world.art.has("own-1")


def test_a_changed_exercise_is_told_to_all_pages_and_stays_open(world, page):
    world.own.save(own_exercise())
    before = world.art.person
    world.desk.edit("my-plank", page)
    open_editor(page)._keep()
    assert world.shell.exercises == []
    assert world.shell.changes == [(Change.LIBRARY,)]
    assert world.art.person != before


def test_a_deleted_exercise_leaves_its_page_and_comes_back(world, page):
    world.own.save(own_exercise())
    page.show_exercise("plank")
    world.desk.delete("my-plank")
    assert world.shell.times_gone_back == 0, "another one is on the page"
    world.shell.undos[-1]()

    page.show_exercise("my-plank")
    world.desk.delete("my-plank")
    assert world.shell.times_gone_back == 1
    assert not world.library.is_own_exercise("my-plank")
    assert world.shell.told[-1] == "“Größere Brücke” is deleted."
    world.shell.undos[-1]()
    assert world.library.is_own_exercise("my-plank")
    assert "my-plank" in world.documents.kept


def test_what_a_routine_needs_stays_and_that_is_told(world, page):
    world.own.save(own_exercise())
    world.library.put_routine(own_routine())
    world.desk.delete("my-plank")
    (error,) = world.shell.errors
    assert isinstance(error, StillUsedError)
    assert world.shell.told == []
    assert world.library.is_own_exercise("my-plank")


def test_a_mark_that_cannot_be_kept_is_told(world, page):
    world.marks._file.failure = DiskFullError()
    world.desk.toggle_liked("plank")
    world.desk.toggle_hidden("plank")
    assert len(world.shell.errors) == 2
    assert world.shell.told == []


def test_a_page_of_ones_own_leaves_out_what_nobody_wrote(world, page):
    bare = own_exercise(
        setup="",
        why="",
        breathing="",
        mistakes=(),
        cautions=(),
        sources=(),
        muscles=(),
        secondary_muscles=(),
        stop_if=(),
        seated="",
        figure="",
        pictures=(),
    )
    world.library.put_exercise(bare)
    page.show_exercise("my-plank")
    shown = texts(page)
    for title in ("Common mistakes", "Breathing", "Take care", "Sources", "Muscles", "Seated"):
        assert title not in shown
    assert "When to stop" in shown
    assert "Something hurts, or you feel unwell." in shown
    assert not page.findChildren(PictureGallery)


def test_pictures_that_are_not_on_the_stage_stand_below_it(world, page):
    world.library.put_exercise(own_exercise(figure="", pictures=("a.jpg", "b.jpg", "c.jpg")))
    page.show_exercise("my-plank")
    (gallery,) = page.findChildren(PictureGallery)
    names = [each.accessibleName() for each in gallery.children() if each.isWidgetType()]
    assert names == ["Picture 2 of 3", "Picture 3 of 3"]


def test_beside_a_figure_all_pictures_stand_below_it(world, page):
    world.library.put_exercise(own_exercise(figure="plank", pictures=("a.jpg",)))
    page.show_exercise("my-plank")
    (gallery,) = page.findChildren(PictureGallery)
    settle()
    page.grab()
    names = [each.accessibleName() for each in gallery.children() if each.isWidgetType()]
    assert names == ["Picture 1 of 1"]


def test_a_dose_without_words_is_its_own_title(world, page):
    level = replace(own_exercise().levels[0], text="", move_up="")
    world.library.put_exercise(own_exercise(levels=(level,)))
    page.show_exercise("my-plank")
    assert "2 × 20 s a side" in texts(page)


def test_a_picture_has_one_side_and_is_not_turned(world, page):
    world.library.put_exercise(own_exercise(figure="", pictures=()))
    page.show_exercise("my-plank")
    view = page.findChildren(FigureView)[-1]
    assert (view.toolTip(), view.focusPolicy()) == ("", Qt.FocusPolicy.NoFocus)
    page.show_exercise("plank")
    view = page.findChildren(FigureView)[-1]
    assert view.toolTip()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
