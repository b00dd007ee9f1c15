"""What comes again is painted once, and looks as if it were painted anew."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.moving_pictures import MOST_BYTES, MovingPictures, PicturePart
from coreapp.ui.figure.view import FigureView
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.theme.theme import Theme
from tests.fakes.counting_art import CountingArt
from tests.fakes.shipped import shipped_figures

SIZE = 203, 151
BRIDGE = FigureShot("glute-bridge", 0.25)


class Screen(QWidget):
    """A widget on a screen of some scale."""

    scale = 1.0

    def devicePixelRatioF(self) -> float:
        """Return what the test wants."""
        return self.scale


@pytest.fixture
def art() -> CountingArt:
    return CountingArt(shipped_figures().find)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    screen = Screen()
    qtbot.addWidget(screen)
    screen.resize(*SIZE)
    return screen


def seen(screen: Screen, placed: PicturePart) -> QImage:
    """Return what a picture makes of a screen."""
    pixmap = QPixmap(screen.size() * screen.scale)
    pixmap.setDevicePixelRatio(screen.scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    placed.paint(painter)
    painter.end()
    return pixmap.toImage()


@pytest.mark.parametrize("most_bytes", [MOST_BYTES, 4])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.3, 1.75, 2.0])
def test_what_is_kept_looks_as_if_it_were_painted(
    screen: Screen, theme: Theme, art: CountingArt, scale: float, most_bytes: int
) -> None:
    screen.scale = scale
    pictures = MovingPictures(screen, theme, art, most_bytes)
    painted = seen(screen, pictures.picture(BRIDGE))
    first = pictures.picture(BRIDGE, recurs=True)
    again = pictures.picture(BRIDGE, recurs=True)

    assert seen(screen, first) == painted
    assert seen(screen, again) == painted
    assert art.drawn == 2
    assert (again is first) is (most_bytes == MOST_BYTES)


def test_only_what_is_seen_takes_room(screen: Screen, theme: Theme, art: CountingArt) -> None:
    placed = MovingPictures(screen, theme, art).picture(BRIDGE, recurs=True)

    assert placed.pixmap.height() < SIZE[1] * 2 / 3
    assert placed.place.y() > SIZE[1] / 5


def test_a_picture_of_nothing_is_one(screen: Screen, theme: Theme) -> None:
    nothing = MovingPictures(screen, theme, FigureArt(lambda _exercise: None))
    screen.resize(1, 1)

    assert seen(screen, nothing.picture(BRIDGE, recurs=True)).size() == screen.size()


def test_beyond_what_may_be_kept_it_is_painted(
    screen: Screen, theme: Theme, art: CountingArt
) -> None:
    pictures = MovingPictures(screen, theme, art, most_bytes=0)
    for _ in range(3):
        pictures.picture(BRIDGE, recurs=True)

    assert art.drawn == 3


def test_another_movement_takes_the_place_of_the_one_before(
    screen: Screen, theme: Theme, art: CountingArt
) -> None:
    pictures = MovingPictures(screen, theme, art)

    def drawn(shot: FigureShot, *, quick: bool = True) -> int:
        before = art.drawn
        pictures.picture(shot, quick=quick, recurs=True)
        return art.drawn - before

    other_side = FigureShot("glute-bridge", 0.25, mirror=True)
    assert [drawn(each) for each in (BRIDGE, other_side, BRIDGE, other_side)] == [1, 1, 0, 0]
    assert [drawn(each) for each in (FigureShot("bird-dog", 0.25), BRIDGE)] == [1, 1]
    assert drawn(BRIDGE, quick=False) == 1
    assert drawn(BRIDGE) == 1
    theme.set_choice(ThemeChoice.DARK)
    assert drawn(BRIDGE) == 1
    screen.resize(SIZE[1], SIZE[0])
    assert drawn(BRIDGE) == 1
    art.set_skin(art.skin + 1)
    assert drawn(BRIDGE) == 1
    assert drawn(BRIDGE) == 0
    pictures.forget()
    assert drawn(BRIDGE) == 1


def test_the_player_paints_a_repetition_once(qtbot: QtBot, theme: Theme, art: CountingArt) -> None:
    stage = FigureStage(theme, art)
    qtbot.addWidget(stage)
    stage.resize(*SIZE)
    stage.show()

    def play(*, recurs: bool) -> int:
        before = art.drawn
        for moment in (0.2, 0.3, 0.2, 0.3):
            stage.show_pose(Pose(FigureShot("glute-bridge", moment), moving=True, recurs=recurs))
            stage.grab()
        return art.drawn - before

    assert play(recurs=False) == 4
    assert play(recurs=True) == 2
    assert play(recurs=True) == 0
    stage.hide()
    stage.show()
    assert play(recurs=True) == 2


def test_a_figure_that_plays_is_painted_once(qtbot: QtBot, theme: Theme, art: CountingArt) -> None:
    view = FigureView(theme, art)
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show_exercise("glute-bridge")
    view.set_speed(art.seconds("glute-bridge") / 0.1)
    moments: list[float] = []
    view.show()
    view.play()

    def went_around() -> bool:
        if moments[-1:] != [view.moment]:
            moments.append(view.moment)
            view.grab()
        return sum(later < earlier for earlier, later in pairwise(moments)) > 4

    qtbot.waitUntil(went_around)
    view.stop()

    # Three frames are a repetition that takes a tenth of a second; the still one before is another.
    assert len(set(moments)) <= 4
    assert art.drawn <= 4
