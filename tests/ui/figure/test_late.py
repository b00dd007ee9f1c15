import pytest
from PySide6.QtCore import QCoreApplication, QObject, QSize
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


def test_of_many_pictures_one_step_is_taken_in_each_turn(qtbot: QtBot) -> None:
    owner, art = QObject(), shipped_art()
    shots = [PLANK, FigureShot("side-plank"), FigureShot("glute-bridge")]
    pictures = [LateFigures(shipped_theme(), art, owner) for _shot in shots]
    for each, shot in zip(pictures, shots, strict=True):
        each.find(shot, SIZE, 1.0)

    most = 0
    while any(each.is_drawing for each in pictures):
        before = art.late_steps
        QCoreApplication.processEvents()
        most = max(most, art.late_steps - before)
    assert most == 1
    for each, shot in zip(pictures, shots, strict=True):
        assert each.find(shot, SIZE, 1.0) is not None
