"""The counted beat beneath the figure, and the tempo beside it."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.tempo import TEMPOS
from coreapp.domain.timeline import Phase, PhaseKind
from coreapp.ui.player.beat import Beat, BeatPart, beat_of, share_done
from coreapp.ui.player.beat_row import BeatBar
from tests.fakes.session_content import BRIDGE, SALUTE, SIDE_PLANK

REPS = Phase(PhaseKind.WORK, 30, "glute-bridge", reps=6)
HOLDS = Phase(PhaseKind.WORK, 30, "side-plank", reps=3)
FLOW = Phase(PhaseKind.WORK, 10, "sun-salutation", reps=1, marks=(0, 6))


def at(phase: Phase, into: float) -> PlayerView:
    left = phase.seconds - into
    return PlayerView(PlayerState.RUNNING, 0, phase, into, left, into, left, 0)


@pytest.mark.parametrize(("into", "number", "share"), [(0, 1, 0), (7.5, 2, 0.5), (30, 6, 1)])
def test_repetitions_are_counted_with_their_parts(into, number, share):
    view = at(REPS, into)

    assert beat_of(view, BRIDGE) == Beat(
        number, 6, (BeatPart("Go", 0.4), BeatPart("Hold", 0.2), BeatPart("Back", 0.4))
    )
    assert share_done(view) == pytest.approx(share)


def test_holds_that_are_counted_have_one_part():
    beat = beat_of(at(HOLDS, 12), SIDE_PLANK)

    assert (beat.text, beat.parts) == ("2 of 3", (BeatPart("Hold", 1.0),))


@pytest.mark.parametrize(
    ("into", "text", "word", "share"),
    [(3, "1 of 2", "Breathe out", 0.5), (7, "2 of 2", "Breathe in", 0.25), (10, "2 of 2", "", 1)],
)
def test_a_flow_counts_its_positions_with_the_breath(into, text, word, share):
    view = at(FLOW, into)
    beat = beat_of(view, SALUTE)

    assert (beat.text, share_done(view)) == (text, pytest.approx(share))
    assert word in beat.parts[0].word


def test_what_is_not_known_any_more_is_counted_without_words():
    assert beat_of(at(REPS, 0), None).parts == (BeatPart("", 1.0),)
    assert beat_of(at(FLOW, 0), None).parts == (BeatPart("", 1.0),)


@pytest.mark.parametrize(
    "phase",
    [
        Phase(PhaseKind.WORK, 30, "plank"),
        Phase(PhaseKind.REST, 30, "glute-bridge"),
        Phase(PhaseKind.WORK, 30, "glute-bridge", reps=6, until_tapped=True),
        Phase(PhaseKind.WORK, 5, "glute-bridge", reps=1),
    ],
)
def test_elsewhere_nobody_counts(phase):
    assert beat_of(at(phase, 2), BRIDGE) is None


def test_a_position_without_time_is_over():
    assert share_done(at(Phase(PhaseKind.WORK, 6, "sun-salutation", marks=(0, 6)), 6)) == 1


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
def test_the_count_is_large_beneath_the_figure_and_not_written_twice(scene, size):
    scene.window.resize(*size)
    scene.wait(130 + 12)
    session = scene.window.session
    facts = [each.text() for each in session.panel.facts._facts if each.isVisible()]

    assert session.beat.isVisible()
    assert session.beat.bar.accessibleName() == "3 of 6"
    assert session.beat.geometry().top() >= session.figure.geometry().bottom()
    assert not any("Repetition" in fact for fact in facts)


def test_where_there_is_no_room_the_count_is_a_fact(make_scene, theme):
    theme.set_text_factor(2.0)
    scene = make_scene()
    scene.window.resize(960, 640)
    scene.window.begin()
    scene.wait(130 + 12)
    session = scene.window.session
    facts = [each.text() for each in session.panel.facts._facts if each.isVisible()]

    assert not session.beat.isVisible()
    assert "Repetition 3 of 6" in facts


def test_the_number_grows_as_it_changes_but_not_with_reduced_motion(scene, theme):
    scene.wait(130 + 5.1)
    bar = scene.window.session.beat.bar
    scene.window._show_frame()
    growing = bar._grown()
    theme.set_reduced_motion(reduced=True)

    assert growing > 1
    assert bar._grown() == 1
    assert not bar.grab().toImage().isNull()


@pytest.mark.parametrize(("share", "written"), [(0.2, set()), (0.8, {"first part"})])
def test_where_not_all_words_fit_the_one_that_counts_is_whole(qtbot, theme, share, written):
    bar = BeatBar(theme)
    qtbot.addWidget(bar)
    bar.resize(440, bar.sizeHint().height())
    bar.show_beat(Beat(1, 6, (BeatPart("Up", 0.5), BeatPart("And slowly all the way", 0.5))))
    bar.show_share(share)
    image = bar.grab().toImage()
    paper, words = image.pixelColor(image.width() - 1, 0), range(image.height() // 2)
    after_up = {"first part": range(140, 265), "end": range(310, 430)}

    assert {
        place
        for place, across in after_up.items()
        if any(image.pixelColor(x, y) != paper for x in across for y in words)
    } == written


def test_a_word_longer_than_its_bar_is_seen_whole(qtbot, theme):
    bar = BeatBar(theme)
    qtbot.addWidget(bar)
    bar.show_share(0.1)
    word, inks = "Breathe out slowly", []
    for width in (240, 800):
        bar.resize(width, bar.sizeHint().height())
        bar.show_beat(Beat(1, 6, (BeatPart(word, 1.0),)))
        image = bar.grab().toImage()
        paper, line = image.pixelColor(width - 1, 0), range(10, 26)
        inks.append(sum(image.pixelColor(x, y) != paper for x in range(60, width) for y in line))

    assert inks[0] == pytest.approx(inks[1], rel=0.05)


def test_a_hold_has_neither_count_nor_tempo(scene):
    scene.wait(15)

    assert not scene.window.session.beat.isVisible()


def test_at_the_ends_there_is_no_further_tempo(scene):
    scene.wait(130 + 5)
    control = scene.window.session.beat.tempo
    for _press in TEMPOS:
        scene.qtbot.mouseClick(control.faster, Qt.MouseButton.LeftButton)

    assert (control.text, control.faster.isEnabled()) == ("125%", False)
    assert min(control.slower.width(), control.slower.height()) >= 44
