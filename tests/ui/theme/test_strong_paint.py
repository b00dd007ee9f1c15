"""With high contrast shapes and edges tell what other themes tell by colour and strength."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.tide import TideGround
from coreapp.ui.theme.focus_ring import FocusRing
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Stage
from coreapp.ui.widgets.distance_bar import DistanceBar
from coreapp.ui.widgets.press_row import PressRow
from coreapp.ui.widgets.sitting_ring import RingState, RingTexts, SittingRing
from coreapp.ui.widgets.timeline_bar import BarPhase, TimelineBar
from tests.fakes.shipped import shipped_art

STRONG, USUAL = ThemeChoice.CONTRAST, ThemeChoice.LIGHT
CHOICES = [STRONG, USUAL, ThemeChoice.DARK]
Show = Callable[[QWidget, int, int], QImage]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    def grab(widget: QWidget, width: int, height: int) -> QImage:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        return widget.grab().toImage()

    return grab


def is_one(image: QImage, x: int, y: int, colour: QColor) -> bool:
    return image.pixelColor(x, y).name() == colour.name()


@pytest.mark.parametrize("choice", CHOICES)
def test_an_empty_ring_is_hollow_only_with_high_contrast(
    theme: Theme, show: Show, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    ring = SittingRing(theme, 120)
    ring.show_state(RingState.SITTING, 0.0, RingTexts())
    across = [show(ring, 120, 120).pixelColor(x, 60).name() for x in range(12)]
    assert theme.tokens.track.name() in across
    greys = [QColor(each).lightness() for each in across]
    assert (min(greys[:3]) < greys[5] - 100 > min(greys[8:])) is (choice is STRONG)


@pytest.mark.parametrize("choice", CHOICES)
def test_phases_have_shapes_in_the_bar_only_with_high_contrast(
    theme: Theme, show: Show, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    bar = TimelineBar(theme)
    looks = [PhaseLook.GET_READY, PhaseLook.WORK, PhaseLook.REST, PhaseLook.SWITCH_SIDES]
    bar.show_timeline([BarPhase(look, 10, 0) for look in looks])
    image, seen = show(bar, 400, 32), {}
    for place, look in enumerate(looks):
        solid = theme.tokens.colour(PHASES[look].solid)
        seen[look] = [is_one(image, 50 + 100 * place, y, solid) for y in (12, 20)]
    half, full, empty = [False, True], [True, True], [False, False]
    shapes = {
        PhaseLook.GET_READY: half,
        PhaseLook.WORK: full,
        PhaseLook.REST: empty,
        PhaseLook.SWITCH_SIDES: half,
    }
    assert seen == (shapes if choice is STRONG else dict.fromkeys(looks, full))


def test_where_the_tide_ends_is_marked_at_both_edges_and_strikes_nothing_out(
    theme: Theme, show: Show
) -> None:
    theme.set_choice(STRONG)
    ground = TideGround(theme)
    ground.show_level(0.5)
    image = show(ground, 300, 200)
    ready = theme.tokens.ready
    assert all(is_one(image, x, 101, ready) for x in (0, 10, 289, 299))
    assert not any(is_one(image, x, 101, ready) for x in range(20, 280))


@pytest.mark.parametrize("choice", CHOICES)
def test_the_way_of_a_shoe_that_is_ahead_is_seen(
    theme: Theme, show: Show, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    bar = DistanceBar(theme, 100_000, [500])
    image = show(bar, 200, 12)
    column = {image.pixelColor(120, y).name() for y in range(12)}
    assert theme.tokens.track.name() in column
    assert (theme.tokens.border.name() in column) is (choice is STRONG)


@pytest.mark.parametrize("colour", ["danger_soft", "card"])
def test_a_row_with_a_ground_has_an_edge(theme: Theme, show: Show, colour: str) -> None:
    theme.set_choice(STRONG)
    image = show(PressRow(theme, "A row", colour), 200, 60)
    assert is_one(image, 0, 30, theme.tokens.border)
    assert is_one(image, 2, 30, theme.tokens.colour(colour))


def test_a_stage_on_no_card_has_an_edge_though_it_is_white(theme: Theme, show: Show) -> None:
    theme.set_choice(STRONG)
    alone, flush = Stage(theme), Stage(theme)
    alone.stand_alone()
    assert is_one(show(alone, 100, 60), 0, 30, theme.tokens.border)
    assert is_one(show(flush, 100, 60), 0, 30, theme.tokens.stage)


def test_what_is_done_is_as_clear_as_what_is_to_come(theme: Theme, show: Show) -> None:
    pictures = {}
    for choice in (STRONG, USUAL):
        theme.set_choice(choice)
        for faded in (False, True):
            figure = ExercisePicture(theme, shipped_art(), "plank", 64, faded=faded)
            shipped_art().pixmap(FigureShot("plank"), figure.size(), theme.tokens)
            pictures[choice, faded] = show(figure, 64, 64)
    assert pictures[STRONG, True] == pictures[STRONG, False]
    assert pictures[USUAL, True] != pictures[USUAL, False]


def test_the_ring_of_the_keyboard_is_thicker_with_high_contrast(qtbot: QtBot, theme: Theme) -> None:
    window, widths = QWidget(), {}
    qtbot.addWidget(window)
    button = QPushButton("Press", window)
    button.setGeometry(20, 20, 80, 40)
    for choice in (USUAL, STRONG):
        theme.set_choice(choice)
        ring = FocusRing(button, window, theme.focus_line())
        row = [window.grab().toImage().pixelColor(x, 40).name() for x in range(20)]
        widths[choice] = row.count(theme.tokens.ink.name())
        ring.leave()
    assert widths == {USUAL: 2, STRONG: 3}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("on_colour", [True, False])
def test_on_a_strong_colour_a_figure_has_paper_of_its_own(
    theme: Theme, show: Show, choice: ThemeChoice, on_colour: bool
) -> None:
    theme.set_choice(choice)
    stage = FigureStage(theme, shipped_art(), on_colour=on_colour)
    stage.show_pose(Pose(FigureShot("plank")))
    around = QWidget()
    stage.setParent(around)
    stage.setGeometry(0, 0, 200, 200)
    around.setStyleSheet("background: #5A3D05")
    image = show(around, 200, 200)
    ground = theme.tokens.stage if on_colour and choice is STRONG else QColor("#5A3D05")
    assert is_one(image, 100, 10, ground)


def test_the_ring_of_the_keyboard_is_closed_at_the_edge_of_what_is_seen(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(120, 80)
    button = QPushButton(window)
    button.setFlat(True)
    button.setGeometry(20, 20, 100, 40)
    FocusRing(button, window, theme.focus_line())
    image, ink = window.grab().toImage(), theme.tokens.ink.name()
    assert all(image.pixelColor(x, 40).name() == ink for x in (17, 119))
    assert all(image.pixelColor(70, y).name() == ink for y in (17, 62))
