from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coreapp.domain.figure.sequence import Figure
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.figure.painting import FigurePainting
from coreapp.ui.figure.staging import Staging
from coreapp.ui.theme.theme import ThemeChoice
from tests.fakes.shipped import shipped_art, shipped_figures, shipped_theme

SIZE = QSize(132, 94)
PLANK = FigureShot("plank")


def is_clear(picture: QPixmap | None) -> bool:
    assert picture is not None
    clear = QImage(picture.size(), picture.toImage().format())
    clear.fill(Qt.GlobalColor.transparent)
    return picture.toImage() == clear


@pytest.fixture(autouse=True)
def _no_kept_pictures() -> Iterator[None]:
    QPixmapCache.clear()
    yield
    # Some are of an art that cannot draw: all arts share the cache.
    QPixmapCache.clear()


def test_a_movement_is_placed_one_key_pose_at_a_time_and_once() -> None:
    art, shot = FigureArt(shipped_figures().load), FigureShot("sun-salutation")
    figure = shipped_figures().load("sun-salutation")
    assert figure is not None

    steps = list(art.stage_steps(shot))

    assert len(steps) == len(figure.normal.keys) > 10
    assert list(art.stage_steps(shot)) == []


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


def test_of_many_who_wait_one_is_served_after_the_other(qtbot: QtBot) -> None:
    owner, art = QObject(), shipped_art()
    shots = [PLANK, FigureShot("side-plank"), FigureShot("glute-bridge")]
    pictures = [LateFigures(shipped_theme(), art, owner) for _shot in shots]
    drawn: list[FigureShot] = []
    for each, shot in zip(pictures, shots, strict=True):
        each.shot_drawn.connect(drawn.append)
        each.find(shot, SIZE, 1.0)

    qtbot.waitUntil(lambda: art.queue.is_empty)
    assert drawn == shots
    assert not any(each.is_drawing for each in pictures)


def test_a_picture_takes_many_steps_and_events_go_before_each(qtbot: QtBot) -> None:
    owner, art = QObject(), shipped_art()
    figures = LateFigures(shipped_theme(), art, owner)
    figures.find(PLANK, SIZE, 1.0)

    steps = sum(1 for _step in figures.steps())
    assert not figures.is_drawing
    assert steps >= 8
    qtbot.waitUntil(lambda: art.queue.is_empty)


def test_nothing_is_drawn_for_a_widget_that_is_not_seen(qtbot: QtBot) -> None:
    art = shipped_art()
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    figures = LateFigures(shipped_theme(), art, page)
    figures.find(PLANK, SIZE, 1.0)
    QCoreApplication.processEvents()
    assert figures.is_drawing

    page.hide()
    with qtbot.assertNotEmitted(figures.drawn):
        qtbot.waitUntil(lambda: art.queue.is_empty)
    assert not figures.is_drawing

    page.show()
    with qtbot.waitSignal(figures.drawn):
        figures.find(PLANK, SIZE, 1.0)


def test_who_is_gone_waits_no_more(qtbot: QtBot) -> None:
    owner, other, art = QObject(), QObject(), shipped_art()
    figures = LateFigures(shipped_theme(), art, owner)
    later = LateFigures(shipped_theme(), art, other)
    figures.find(PLANK, SIZE, 1.0)
    later.find(FigureShot("side-plank"), SIZE, 1.0)
    QCoreApplication.processEvents()

    with qtbot.waitSignal(later.drawn):
        delete(owner)
    qtbot.waitUntil(lambda: art.queue.is_empty)


def test_another_size_asked_for_on_the_way_is_drawn_after_it(qtbot: QtBot) -> None:
    owner, art = QObject(), shipped_art()
    figures = LateFigures(shipped_theme(), art, owner)
    figures.find(PLANK, SIZE, 1.0)
    for _turn in range(5):
        QCoreApplication.processEvents()
    figures.find(PLANK, SIZE * 2, 1.0)

    qtbot.waitUntil(lambda: not figures.is_drawing)
    picture = figures.find(PLANK, SIZE * 2, 1.0)
    assert picture is not None
    assert picture.size() == SIZE * 2


def test_who_hears_of_a_picture_may_stop_waiting(qtbot: QtBot) -> None:
    owner, art = QObject(), shipped_art()
    figures = LateFigures(shipped_theme(), art, owner)
    figures.drawn.connect(figures.stop)
    with qtbot.waitSignal(figures.drawn):
        figures.find(PLANK, SIZE, 1.0)
        figures.find(FigureShot("side-plank"), SIZE, 1.0)
    assert art.queue.is_empty
    with qtbot.waitSignal(figures.drawn):
        figures.find(FigureShot("side-plank"), SIZE, 1.0)


@pytest.fixture
def art(monkeypatch: pytest.MonkeyPatch) -> FigureArt:
    """Return an art that cannot draw planks: one that no other test uses."""
    stage = FigurePainting.stage

    def fail_for_planks(
        painting: FigurePainting, figure: Figure, shot: FigureShot, *, small: bool
    ) -> Staging:
        if shot.exercise == PLANK.exercise:
            raise ZeroDivisionError
        return stage(painting, figure, shot, small=small)

    monkeypatch.setattr(FigurePainting, "stage", fail_for_planks)
    return FigureArt(shipped_figures().find)


def test_a_drawing_that_fails_is_waited_for_no_more(qtbot: QtBot, art: FigureArt) -> None:
    owner = QObject()
    figures = LateFigures(shipped_theme(), art, owner)
    with qtbot.captureExceptions() as errors, qtbot.waitSignal(figures.shot_drawn) as told:
        figures.find(PLANK, SIZE, 1.0)

    assert told.args == [PLANK]  # paint again: its place, and the others
    assert len(errors) == 1
    assert not figures.is_drawing
    assert art.queue.is_empty


def test_a_drawing_that_fails_is_told_once_and_its_place_stays_empty(
    qtbot: QtBot, art: FigureArt
) -> None:
    owner, other = QObject(), FigureShot("side-plank")
    figures, on_another_page = (LateFigures(shipped_theme(), art, owner) for _each in range(2))
    with qtbot.captureExceptions() as errors:
        for each in (PLANK, other):
            figures.find(each, SIZE, 1.0)
        qtbot.waitUntil(lambda: figures.find(other, SIZE, 1.0) is not None)
        qtbot.waitUntil(lambda: figures.find(PLANK, SIZE, 1.0) is not None)
        figures.find(PLANK, SIZE * 2, 1.0)
        on_another_page.find(FigureShot("plank", 0.5), SIZE, 1.0)
        qtbot.waitUntil(lambda: art.queue.is_empty)

    assert [kind for kind, _error, _trace in errors] == [ZeroDivisionError]
    assert is_clear(figures.find(PLANK, SIZE, 1.0))
    assert not is_clear(figures.find(other, SIZE, 1.0))
