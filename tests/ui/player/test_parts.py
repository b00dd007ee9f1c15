"""The parts of the player, each alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from coreapp.ui.dialogs.base import Question
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.keys import Action, KeysSheet, action_of
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.notice import Notice
from coreapp.ui.player.step_list import StepList
from coreapp.ui.player.ticker import Ticker
from coreapp.ui.player.tide import TideGround
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.widgets.buttons import ButtonKind
from coreapp.ui.widgets.key_cap import KeyCap
from tests.fakes.shipped import shipped_art


@pytest.fixture
def figures_unpainted() -> None:
    """They are painted here: one test looks at them."""


STEPS = tuple(f"Step {number} is a sentence of ordinary length." for number in range(6))


@pytest.fixture
def steps(qtbot, theme):
    made = StepList(theme)
    qtbot.addWidget(made)
    made.resize(500, 100)
    made.show()
    return made


def test_the_lit_step_is_always_seen_with_those_that_follow(steps):
    seen = []
    for current in range(6):
        steps.show_steps(STEPS, current, "accent_text", numbered=True)
        seen.append(list(steps.seen()))

    assert all(current in each for current, each in enumerate(seen))
    assert seen[0][0] == 0
    assert seen[-1][-1] == 5
    assert all(len(each) > 1 for each in seen)


def test_all_steps_are_seen_where_there_is_room(steps):
    steps.show_steps(STEPS, 3, "accent_text", numbered=True)
    steps.resize(500, steps.sizeHint().height())

    assert list(steps.seen()) == list(range(6))


def test_heights_that_are_kept_are_those_of_the_size_of_text(steps, theme):
    steps.show_steps(STEPS, 3, "accent_text", numbered=False)
    before = steps.sizeHint().height(), steps.least_height(300)

    theme.set_text_factor(2.0)

    assert steps.sizeHint().height() > before[0]
    assert steps.least_height(300) > before[1]


def test_the_lit_step_is_read_aloud(steps):
    steps.show_steps(STEPS, 2, "accent_text", numbered=True)

    assert steps.accessibleName() == STEPS[2]


def test_no_steps_are_no_error(steps):
    steps.show_steps(STEPS, 2, "accent_text", numbered=True)
    steps.show_steps((), 0, "accent_text", numbered=False)

    assert list(steps.seen()) == []
    assert not steps.grab().isNull()


@pytest.mark.parametrize(("far", "level"), [(False, 0.25), (True, 0.5)])
def test_the_tide_stands_as_high_as_it_is_told(qtbot, theme, far, level):
    ground = TideGround(theme)
    qtbot.addWidget(ground)
    ground.resize(100, 200)
    ground.show_look(PhaseLook.REST, far=far)
    ground.show_level(level)
    ground.show()

    picture = ground.grab().toImage()
    distance = theme.tokens.distance
    above = distance.rest_bg if far else theme.tokens.rest_ground
    below = distance.rest_tide if far else theme.tokens.rest_tide
    surface = round(200 * (1 - level))
    assert QColor(picture.pixel(50, surface - 2)) == above
    assert QColor(picture.pixel(50, surface + 2)) == below


def test_another_phase_fades_in_unless_movement_is_not_wanted(qtbot, theme):
    ground = TideGround(theme)
    qtbot.addWidget(ground)
    ground.show()
    ground.show_look(PhaseLook.WORK)
    fading = ground._fade.state() == ground._fade.State.Running
    theme.set_reduced_motion(reduced=True)
    ground.show_look(PhaseLook.REST)

    assert fading
    assert ground._fade.state() == ground._fade.State.Stopped
    assert ground.faded == 1.0


def test_the_ticker_never_wakes_early(qtbot):
    ticker = Ticker()
    ticker.wake_in(0.0104)

    assert ticker._deadline.interval() == 11
    ticker.stop()
    assert not ticker.waiting


def test_the_ticker_calls_when_it_is_due(qtbot):
    ticker = Ticker()

    with qtbot.waitSignal(ticker.due, timeout=1000):
        ticker.wake_in(0)


def test_a_still_pose_is_drawn_once_and_a_moving_one_anew(qtbot, theme):
    stage = FigureStage(theme, shipped_art())
    qtbot.addWidget(stage)
    stage.resize(200, 150)
    stage.show()
    stage.show_pose(Pose(FigureShot("plank")))
    still = stage.grab().toImage()
    stage.show_pose(Pose(FigureShot("plank", 0.0), moving=True))
    moved = stage.grab().toImage()
    stage.show_pose(Pose(FigureShot("plank"), width=0.3))
    turning = stage.grab().toImage()

    assert still != moved
    assert turning != still


def test_a_notice_asks_or_says(qtbot, theme):
    notice = Notice(theme)
    qtbot.addWidget(notice)
    heard = []
    notice.go_on_requested.connect(lambda: heard.append("go on"))
    notice.end_requested.connect(lambda: heard.append("end"))
    notice.ask("Away?")
    asked = (notice.text, notice.go_on.isHidden())
    notice.go_on.click()
    notice.end.click()
    notice.say("Saved.")
    said = (notice.text, notice.go_on.isHidden())
    notice.clear()

    assert (asked, said) == (("Away?", False), ("Saved.", True))
    assert heard == ["go on", "end"]
    assert notice.text == ""


def test_a_question_carries_out_the_answer(qtbot, theme):
    question = Question(theme, "Sure?", "It is kept.")
    qtbot.addWidget(question)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    heard = []
    question.rejected.connect(lambda: heard.append("rejected"))
    question.add_answer("No")
    yes = question.add_answer("Yes", lambda: heard.append("yes"), ButtonKind.PRIMARY)
    question.open()
    yes.click()

    assert heard == ["yes"]
    assert not question.isVisible()


def test_esc_answers_a_question_with_what_changes_nothing(qtbot, theme):
    question = Question(theme, "Sure?", "It is kept.")
    qtbot.addWidget(question)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    heard = []
    question.rejected.connect(lambda: heard.append("rejected"))
    question.add_answer("Yes", lambda: heard.append("yes"))
    question.open()
    qtbot.keyClick(question, Qt.Key.Key_Escape)

    assert heard == ["rejected"]


def test_every_action_has_a_key():
    keys = [key for key in Qt.Key if action_of(key, shift=False)]

    assert {action_of(key, shift=False) for key in keys} == set(Action)


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Qt.Key.Key_MediaTogglePlayPause, Action.TOGGLE),
        (Qt.Key.Key_MediaNext, Action.NEXT),
        (Qt.Key.Key_MediaPrevious, Action.BACK),
        (Qt.Key.Key_MediaStop, Action.LEAVE),
    ],
)
def test_media_keys_are_understood(key, action):
    assert action_of(key, shift=False) is action


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_sheet_fits_on_a_small_screen(qtbot, theme, factor):
    theme.set_text_factor(factor)
    sheet = KeysSheet(theme)
    qtbot.addWidget(sheet)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    assert sheet.minimumSizeHint().width() <= 1024
    assert sheet.minimumSizeHint().height() <= 680
    assert len(sheet.findChildren(KeyCap)) >= 13
    assert any(label.text() == "Full screen" for label in sheet.findChildren(QLabel))
