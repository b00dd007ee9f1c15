"""The editor of one's own exercises."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QSpinBox

from coreapp.domain.errors import DiskFullError
from coreapp.domain.exercise import ExerciseKind, Sides
from coreapp.domain.own import MOST_PICTURES
from coreapp.ui.dialogs.base import Question
from coreapp.ui.dialogs.exercise_editor import ExerciseEditor
from coreapp.ui.dialogs.exercise_form import DetailsForm
from coreapp.ui.dialogs.picture_fields import PictureFields
from coreapp.ui.dialogs.text_fields import TextBlock
from coreapp.ui.pages.exercises.exercise import ExercisePage
from coreapp.ui.widgets.chip_choice import ChipChoice
from tests.fakes.exercise_world import ExerciseWorld, write_picture
from tests.fakes.own import own_exercise
from tests.ui.pages.desk import settle, texts
from tests.ui.walk import problems_in


class Edited:
    """An editor as a person uses it."""

    def __init__(self, qtbot, world, exercise, figure_name=""):
        self.qtbot = qtbot
        self.world = world
        self.saved = []
        self.editor = ExerciseEditor(world.theme, world.own, exercise, ("Edit", figure_name))
        self.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.editor)
        self.editor.saved.connect(self.saved.append)
        self.editor.show()
        settle()

    def field(self, kind, name):
        found = (each for each in self.editor.findChildren(kind) if each.accessibleName() == name)
        return next(found)

    def block(self, name):
        blocks = self.editor.findChildren(TextBlock)
        return next(each.field for each in blocks if each.field.accessibleName() == name)

    def click(self, name):
        found = [
            each
            for each in self.editor.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.text(), each.accessibleName(), each.objectName()}
        ]
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
        settle()

    def rows(self):
        return [each for each in texts(self.editor) if each]


@pytest.fixture
def world(qtbot, tmp_path):
    return ExerciseWorld(pictures=tmp_path / "pictures")


def test_the_least_makes_an_exercise(qtbot, world):
    edited = Edited(qtbot, world, world.own.begin())
    edited.qtbot.keyClicks(edited.field(QLineEdit, "Name"), "Crane")
    edited.block("Steps").setPlainText("Stand on one leg.\n\n Hold. ")
    edited.click("Save")
    (kept,) = edited.saved
    assert (kept.name, kept.steps) == ("Crane", ("Stand on one leg.", "Hold."))
    assert (kept.kind, kept.sides) == (ExerciseKind.HOLD, Sides.BILATERAL)
    assert (kept.levels[0].dose.sets, kept.levels[0].dose.seconds) == (2, 30)
    assert world.library.exercise(kept.id) == kept
    assert not edited.editor.isVisible()


def test_what_is_missing_is_said_and_only_what_fits_the_kind_is_asked_for(qtbot, world):
    edited = Edited(qtbot, world, world.own.begin())
    edited.editor.activateWindow()
    edited.click("Save")
    assert "Give it a name." in texts(edited.editor)
    assert edited.editor.focusWidget() is edited.field(QLineEdit, "Name")
    edited.qtbot.keyClicks(edited.field(QLineEdit, "Name"), "Crane")
    edited.click("Save")
    assert "Write at least one step." in texts(edited.editor)
    assert edited.editor.focusWidget() is edited.block("Steps")
    assert edited.saved == []

    # Only what fits the kind is asked for.
    assert "Length of a set" in edited.rows()
    assert "Repetitions in a set" not in edited.rows()
    edited.click("Repetitions")
    assert "Length of a set" not in edited.rows()
    assert "Length of one repetition" in edited.rows()
    edited.field(QSpinBox, "Repetitions in a set").setValue(12)
    edited.field(QSpinBox, "Length of one repetition").setValue(6)
    edited.block("Steps").setPlainText("Down.")
    edited.click("Save")
    (kept,) = edited.saved
    assert (kept.kind, kept.levels[0].dose.reps, kept.tempo) == (ExerciseKind.REPS, 12, (3, 0, 3))


def test_sides_and_dose_are_those_of_the_exercise_and_the_rest_unfolds_for_a_fault(qtbot, world):
    edited = Edited(qtbot, world, own_exercise())
    assert edited.field(QComboBox, "Sides").currentText() == "One side, then the other"
    assert edited.field(QSpinBox, "Sets").value() == 2
    sides = edited.field(QComboBox, "Sides")
    sides.setCurrentIndex(sides.findData("alternating"))
    edited.field(QSpinBox, "Rest between sets").setValue(45)
    made = edited.editor.exercise()
    assert made.sides is Sides.ALTERNATING
    assert made.levels[0].dose.rest_seconds == 45

    # The rest unfolds, also by itself for a fault in it.
    details = edited.editor.findChild(DetailsForm)
    assert not details.isVisible()
    edited.click("More details")
    assert details.isVisible()
    edited.click("Fewer details")
    assert not details.isVisible()

    edited.block("What it is good for").setPlainText("x" * 3000)
    edited.click("Save")
    assert details.isVisible()
    assert any("at most 2000" in each for each in texts(edited.editor))


@pytest.mark.parametrize("exercise", ["sun-salutation", "bird-dog", "mcgill-curl-up", "plank"])
def test_a_copy_that_is_not_changed_is_kept_as_it_is(qtbot, world, exercise):
    copy = world.own.begin_copy(exercise)
    edited = Edited(qtbot, world, copy, "Figure")
    assert edited.editor.exercise() == copy
    edited.click("Save")
    assert edited.saved == [copy]


def test_a_flow_stays_a_flow(qtbot, world):
    edited = Edited(qtbot, world, world.own.begin_copy("sun-salutation"))
    assert "How it is done" not in edited.rows()
    edited.field(QSpinBox, "Repetitions in a set").setValue(3)
    made = edited.editor.exercise()
    assert (made.kind, made.levels[0].dose.reps) == (ExerciseKind.FLOW, 3)


def test_details_are_kept(qtbot, world):
    edited = Edited(qtbot, world, own_exercise(), "Side plank")
    edited.click("More details")
    position = edited.field(QComboBox, "Position")
    position.setCurrentIndex(position.findData("seated"))
    choices = edited.editor.findChildren(ChipChoice)
    choices[0].choose(("stretch", "warm_up"))
    edited.block("What it is good for").setPlainText("Everything.")
    edited.block("When to stop").setPlainText("Pain.\nDizziness.")
    edited.field(QAbstractButton, "Figure of “Side plank”").setChecked(False)
    edited.click("Save")
    (kept,) = edited.saved
    assert kept.position == "seated"
    assert kept.purposes == ("stretch", "warm_up")
    assert (kept.areas, kept.equipment, kept.places) == (("core",), ("mat",), ("quiet",))
    assert (kept.why, kept.stop_if) == ("Everything.", ("Pain.", "Dizziness."))
    assert kept.figure == ""
    assert kept.muscles == own_exercise().muscles


def test_what_cannot_be_written_is_said_and_the_editor_stays(qtbot, world):
    world.documents.failure = DiskFullError()
    edited = Edited(qtbot, world, own_exercise())
    edited.click("Save")
    assert any("disk is full" in each for each in texts(edited.editor))
    assert edited.editor.isVisible()


def test_pictures_are_taken_in_put_first_and_taken_out_and_what_is_none_is_said(
    qtbot, world, tmp_path
):
    (tmp_path / "notes.txt").write_text("no picture")
    edited = Edited(qtbot, world, own_exercise(pictures=()))
    edited.editor.findChild(PictureFields).file_chosen.emit(tmp_path / "notes.txt")
    assert "This is not a picture." in texts(edited.editor)
    edited.editor.findChild(PictureFields).file_chosen.emit(tmp_path / "gone.png")
    assert any("gone.png" in each for each in texts(edited.editor))

    # Others are taken in, put first and taken out.
    fields = edited.editor.findChild(PictureFields)
    for name, colour in (("red", QColor(200, 0, 0)), ("blue", QColor(0, 0, 200))):
        fields.file_chosen.emit(write_picture(tmp_path / f"{name}.png", QSize(3000, 40), colour))
    settle()
    first, second = fields.names
    assert QImage(str(world.own.picture_path(first))).width() == 1280
    edited.click("Show picture 2 first")
    assert fields.names == (second, first)
    edited.editor.grab()
    edited.click("Take picture 2 out")
    assert fields.names == (second,)
    edited.click("Save")
    assert edited.saved[0].pictures == (second,)


def test_there_is_room_for_a_few_pictures(qtbot, world):
    names = tuple(f"p{n}.jpg" for n in range(MOST_PICTURES))
    edited = Edited(qtbot, world, own_exercise(pictures=names))
    add = edited.field(QAbstractButton, "Take picture 1 out").parent()
    assert add is not None
    buttons = edited.editor.findChildren(QAbstractButton)
    assert not next(each for each in buttons if each.text() == "Add a picture…").isEnabled()


def test_a_picture_is_asked_for_in_a_window_that_does_not_block(qtbot, world):
    edited = Edited(qtbot, world, own_exercise(pictures=()))
    edited.click("Add a picture…")
    (dialog,) = edited.editor.findChildren(QFileDialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(edited.editor.findChild(PictureFields).file_chosen) as chosen:
        dialog.fileSelected.emit("/nowhere/x.png")
    assert chosen.args[0].name == "x.png"
    dialog.close()
    settle()


def test_closing_asks_only_when_something_would_be_lost(qtbot, world):
    edited = Edited(qtbot, world, own_exercise())
    edited.editor.reject()
    assert not edited.editor.isVisible()

    edited = Edited(qtbot, world, own_exercise())
    edited.field(QSpinBox, "Sets").setValue(5)
    edited.editor.reject()
    (question,) = edited.editor.findChildren(Question)
    assert edited.editor.isVisible()
    question.reject()
    settle()
    assert edited.editor.isVisible()
    edited.editor.reject()
    edited.click("Close")
    assert not edited.editor.isVisible()
    assert edited.saved == []


@pytest.mark.parametrize("factor", [pytest.param(1.0, marks=pytest.mark.soak), 2.0])
def test_nothing_is_cut_off_and_everything_has_a_name(qtbot, world, tmp_path, factor):
    world.theme.set_text_factor(factor)
    names = [f"p{number}.jpg" for number in range(3)]
    exercise = own_exercise(pictures=tuple(names))
    edited = Edited(qtbot, world, exercise, "Side plank")
    edited.click("More details")
    assert problems_in(edited.editor) == []
    inner = edited.editor._scroll.widget()
    assert inner.minimumSizeHint().width() <= edited.editor._scroll.viewport().width()


@pytest.mark.parametrize("factor", [pytest.param(1.0, marks=pytest.mark.soak), 2.0])
def test_the_page_of_ones_own_is_not_cut_off(qtbot, world, factor):
    world.theme.set_text_factor(factor)
    world.theme.set_reduced_motion(reduced=True)
    world.library.put_exercise(own_exercise(figure="", pictures=("a.jpg", "b.jpg")))
    world.marks.leave_for_today("my-plank", left=True)
    page = ExercisePage(world.theme, world.art, world.library, world.shell, world.desk)
    qtbot.addWidget(page)
    page.resize(848, 680)
    page.show()
    page.show_exercise("my-plank")
    page.become_seen()
    settle()
    assert problems_in(page) == []
    page.become_hidden()


@pytest.mark.parametrize(
    "factor",
    [pytest.param(1.0, marks=pytest.mark.soak), pytest.param(1.5, marks=pytest.mark.soak), 2.0],
)
def test_a_field_is_as_high_as_what_is_written_in_it(qtbot, world, factor):
    world.theme.set_text_factor(factor)
    edited = Edited(qtbot, world, own_exercise())
    edited.click("more_details")
    field = edited.block("Common mistakes")
    heights = []
    for count in (0, 2, 7, 30):
        field.setPlainText("\n".join(f"Mistake {index}." for index in range(count)))
        settle()
        heights.append(field.height())
        assert (field.verticalScrollBar().maximum() == 0) == (count < 10)

    assert heights[0] == heights[1] < heights[2] < heights[3]
