"""How it felt: by keyboard, stored in the log."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coreapp.domain.errors import DiskFullError
from coreapp.domain.training_log import Feeling, Outcome
from coreapp.ui.player.after_form import AfterForm
from coreapp.ui.player.next_lines import Ahead, DoseChoice
from coreapp.ui.player.summary import Summary
from tests.fakes.shipped import shipped_art


@pytest.fixture
def over(scene):
    """A session ended after twelve seconds of work."""
    scene.wait(22)
    scene.window.conductor.end()
    return scene


@pytest.fixture
def form(qtbot, theme):
    made = AfterForm(theme, shipped_art(), "Core basics", str)
    qtbot.addWidget(made)
    made.show()
    return made


def texts_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_was_done_is_said(form):
    form.show_summary(Summary(Outcome.COMPLETED, 660, sets=16, done=14, skipped=2))

    texts = texts_of(form)
    assert "11 min" in texts
    assert "14 of 16" in texts
    assert texts[texts.index("Skipped") + 1] == "2"


def test_nothing_skipped_is_not_mentioned(form):
    form.show_summary(Summary(Outcome.COMPLETED, 660, sets=16, done=16, skipped=0))

    assert "Skipped" not in texts_of(form)


def test_the_keyboard_alone_is_enough(over):
    form, type_in = over.window.after, over.qtbot.keyClicks
    type_in(form.card.effort, "5.")
    type_in(form.card.effort, "pcs")
    for key, figure in (("pain_before", "2"), ("pain_during", "9"), ("pain_after", "10")):
        type_in(form.card.pain.scales[key], figure)
    type_in(form.card.note, "Left hip stiff")
    over.qtbot.keyClick(form.card.note, Qt.Key.Key_Return)

    logged = over.logged
    assert (logged.effort, logged.form_ok, logged.stop_sign) == (5.5, True, True)
    assert (logged.pain_before, logged.pain_during, logged.pain_after) == (2, 9, 10)
    assert logged.note == "Left hip stiff"
    assert logged.outcome is Outcome.ENDED_EARLY
    assert not over.window.isVisible()
    assert over.heard["closed"][0][0].effort == 5.5


def test_effort_is_said_in_a_word(form):
    form.card.effort.value_changed.emit(9)

    assert form.card._effort_word.text() == "very hard"


def test_a_half_is_said_with_its_figure(qtbot, form):
    qtbot.keyClicks(form.card.effort, "4")
    whole = form.card._effort_word.text()
    qtbot.keyClicks(form.card.effort, ".")
    half = form.card._effort_word.text()
    qtbot.keyClick(form.card.effort, Qt.Key.Key_Delete)

    assert (whole, half) == ("somewhat hard", "4.5: hard")
    assert form.card._effort_word.text() == ""


def test_no_pain_is_one_key(over):
    over.qtbot.keyClicks(over.window.after.card.effort, "3n")
    over.window.after.card.save.click()

    logged = over.logged
    assert (logged.pain_before, logged.pain_during, logged.pain_after) == (0, 0, 0)
    assert (logged.form_ok, logged.stop_sign) == (None, False)


@pytest.mark.parametrize(("pain", "said"), [(3, ""), (5, "rather than more"), (10, "10 of 10")])
@pytest.mark.parametrize("field", ["pain_during", "pain_after"])
def test_high_pain_is_answered(qtbot, form, field, pain, said):
    qtbot.keyClicks(form.card.pain.scales[field], str(pain))

    assert said in form.card.concern
    assert bool(form.card.concern) is bool(said)


@pytest.mark.parametrize(("before", "now", "shown"), [(0, 2, False), (0, 3, True), (3, 1, False)])
def test_pain_that_rises_points_to_a_doctor(qtbot, form, before, now, shown):
    qtbot.keyClicks(form.card.pain.scales["pain_before"], str(before))
    qtbot.keyClicks(form.card.pain.scales["pain_after"], str(now))

    assert bool(form.card.concern) is shown
    if shown:
        assert f"from {before} to {now} of 10" in form.card.concern


def test_a_sign_to_stop_leads_to_the_signs(qtbot, form):
    qtbot.mouseClick(form.card.stop_sign, Qt.MouseButton.LeftButton)
    said = form.card.concern
    qtbot.mouseClick(form.card.stop_sign, Qt.MouseButton.LeftButton)

    assert "Stop for today" in said
    assert form.card.concern == ""


def test_what_changes_next_time_follows_the_answers(qtbot, form):
    form.show_ahead(lambda feeling: Ahead([f"effort {feeling.effort:g}"] if feeling.effort else []))
    assert not form.ahead.isVisible()

    qtbot.keyClicks(form.card.effort, "4")

    assert form.ahead.isVisible()
    assert "effort 4" in texts_of(form.ahead)


def test_four_lines_are_shown_and_the_rest_unfolds(qtbot, form):
    form.show_ahead(lambda _feeling: Ahead(["one", "two", "three", "four", "five"]))
    folded = texts_of(form.ahead)

    form.ahead.more.setFocus()
    qtbot.keyClick(form.ahead.more, Qt.Key.Key_Return)

    assert folded[-4:] == ["one", "two", "three", "four"]
    assert [each.text() for each in form.ahead._labels][-1] == "five"
    assert not form.ahead.more.isVisible()
    assert form.ahead.lines == ("one", "two", "three", "four", "five")


def test_the_doses_are_taken_over_only_if_somebody_says_so(qtbot, form):
    form.show_ahead(lambda feeling: Ahead([str(feeling.effort)], True, True))
    assert form.ahead.choice is DoseChoice.AS_NOW

    qtbot.mouseClick(form.ahead.give_back, Qt.MouseButton.LeftButton)
    given = form.ahead.choice
    qtbot.mouseClick(form.ahead.take, Qt.MouseButton.LeftButton)
    taken = form.ahead.choice
    qtbot.mouseClick(form.ahead.give_back, Qt.MouseButton.LeftButton)
    assert (given, taken) == (DoseChoice.GIVE_BACK, DoseChoice.TAKE)
    assert form.ahead.choice is DoseChoice.GIVE_BACK


def test_other_lines_take_the_choice_back(qtbot, form):
    form.show_ahead(lambda feeling: Ahead([str(feeling.effort)], True))
    assert not form.ahead.give_back.isVisible()
    qtbot.mouseClick(form.ahead.take, Qt.MouseButton.LeftButton)

    qtbot.keyClicks(form.card.effort, "9")

    assert form.ahead.choice is DoseChoice.AS_NOW


def test_the_player_looks_ahead_and_does_without(make_scene):
    seen = []

    def look(session):
        seen.append(session.outcome)
        raise DiskFullError

    scene = make_scene()
    scene.window.look_ahead = look
    scene.window.begin()
    scene.wait(22)
    scene.window.conductor.end()

    assert seen == [Outcome.ENDED_EARLY]
    assert scene.window.after.isVisible()
    assert not scene.window.after.ahead.isVisible()


def test_the_way_to_a_doctor_is_always_there(qtbot, form):
    asked = []
    form.doctor_requested.connect(lambda: asked.append("doctor"))
    form.save_requested.connect(asked.append)
    assert form.card.doctor.isVisible()
    assert form.card.doctor.text() == "When to see a doctor"

    qtbot.mouseClick(form.card.doctor, Qt.MouseButton.LeftButton)
    form.card.doctor.setFocus()
    qtbot.keyClick(form.card.doctor, Qt.Key.Key_Return)

    assert asked == ["doctor", "doctor"]  # Enter saves from anywhere else


def test_the_player_leaves_the_full_screen_for_it(over):
    asked = []
    over.window.doctor_requested.connect(lambda: asked.append("doctor"))
    over.window.showFullScreen()
    over.qtbot.keyClicks(over.window.after.card.pain.scales["pain_after"], "8")

    over.window.after.card.doctor.click()

    assert asked == ["doctor"]
    assert not over.window.isFullScreen()
    assert over.window.after.card.feeling().pain_after == 8


def test_skipping_leaves_everything_empty(over):
    over.window.after.card.skip.click()

    assert over.logged.effort is None
    assert len(over.heard["closed"]) == 1


def test_esc_skips(over):
    over.qtbot.keyClick(over.window.after, Qt.Key.Key_Escape)

    assert not over.window.isVisible()


def test_what_was_entered_stays_when_it_cannot_be_saved(over):
    form = over.window.after
    over.qtbot.keyClicks(form.card.effort, "4")
    over.database.failure = DiskFullError()
    form.card.save.click()
    trouble, seen = form.card.trouble, over.window.isVisible()
    over.database.failure = None
    form.card.save.click()

    assert trouble.startswith("The disk is full.")
    assert seen
    assert over.logged.effort == 4
    assert not over.window.isVisible()


def test_work_that_is_not_saved_yet_is_counted_and_kept_in_the_end(scene):
    scene.wait(10)
    scene.database.failure = DiskFullError()
    scene.wait(22)
    scene.window.conductor.end()
    form = scene.window.after
    told, texts = form.card.trouble, texts_of(form)
    scene.database.failure = None
    form.card.skip.click()

    assert told.startswith("The disk is full.")
    assert "1 of 5" in texts
    assert scene.logged.outcome is Outcome.ENDED_EARLY
    assert scene.logged.work_seconds == 20


def test_a_log_that_stays_unwritable_does_not_hold_the_window(over):
    over.database.failure = DiskFullError()
    over.window.after.card.save.click()

    over.window.after.card.skip.click()

    assert not over.window.isVisible()


def test_enter_saves_from_anywhere_and_other_keys_change_nothing(over):
    over.qtbot.keyClick(over.window.after, Qt.Key.Key_X)
    over.press(Qt.Key.Key_Right)  # of the session
    assert over.window.after.isVisible()

    over.qtbot.keyClicks(over.window.after.card.effort, "3")
    over.qtbot.keyClick(over.window.after.card.effort, Qt.Key.Key_Return)
    assert over.logged.effort == 3


def test_closing_the_window_keeps_the_session(over):
    saved = len(over.heard["session_saved"])

    over.window.close()

    assert len(over.heard["closed"]) == 1
    assert len(over.heard["session_saved"]) == saved


def test_an_untouched_form_is_an_empty_feeling(form):
    assert form.card.feeling() == Feeling()
