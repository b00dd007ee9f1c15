import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPixmapCache
from pytestqt.qtbot import QtBot

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme.theme import ThemeChoice
from tests.fakes.shipped import shipped_art, shipped_theme

SIZE = QSize(132, 94)
PLANK = FigureShot("plank")


@pytest.fixture(autouse=True)
def _no_kept_pictures() -> None:
    QPixmapCache.clear()


def test_a_picture_comes_a_moment_later(qtbot: QtBot) -> None:
    owner = QObject()
    figures = LateFigures(shipped_theme(), shipped_art(), owner)
    with qtbot.waitSignal(figures.drawn):
        assert figures.find(PLANK, SIZE, 1.0) is None
    picture = figures.find(PLANK, SIZE, 1.0)
    assert picture is not None
    assert picture.size() == SIZE
    with qtbot.assertNotEmitted(figures.drawn, wait=20):
        figures.find(PLANK, SIZE, 1.0)


def test_the_old_picture_serves_until_the_new_one_is_there(qtbot: QtBot) -> None:
    theme, owner = shipped_theme(), QObject()
    theme.set_choice(ThemeChoice.LIGHT)
    figures = LateFigures(theme, shipped_art(), owner)
    with qtbot.waitSignal(figures.drawn):
        figures.find(PLANK, SIZE, 1.0)
    with qtbot.waitSignal(figures.drawn):
        smaller = figures.find(PLANK, QSize(66, 47), 1.0)
    assert smaller is not None
    assert smaller.size() == SIZE
    theme.set_choice(ThemeChoice.DARK)
    with qtbot.waitSignal(figures.drawn):
        figures.find(PLANK, QSize(66, 47), 1.0)


def test_nothing_is_drawn_once_stopped(qtbot: QtBot) -> None:
    owner = QObject()
    figures = LateFigures(shipped_theme(), shipped_art(), owner)
    figures.find(PLANK, SIZE, 1.0)
    figures.stop()
    with qtbot.assertNotEmitted(figures.drawn, wait=20):
        pass
    assert figures.find(PLANK, SIZE, 1.0) is None
    figures.stop()
