"""Pages and searches answer at once: what nobody sees or waits for comes later, or not at all."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.figure.sequence import Figure
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.models.log_model import LogModel, LogRow, RowKind
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.exercises.nothing_found import NothingFound
from coreapp.ui.pages.log.view import LogView
from coreapp.ui.pages.nothing_place import NothingPlace
from coreapp.ui.pages.progress.page import ProgressPage
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_figures, shipped_theme
from tests.ui.pages.progress.test_progress import FakeProgress


class _Resized(QObject):
    """Counts how often a widget is told of its size."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Resize
        return False


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = shipped_theme()
    theme.set_reduced_motion(reduced=False)
    return theme


def test_a_page_that_comes_up_lays_out_nothing_of_those_out_of_sight(
    qtbot: QtBot, theme: Theme
) -> None:
    stack = QStackedWidget()
    seen, other = Page(theme), Page(theme)
    stack.addWidget(seen)
    stack.addWidget(other)
    qtbot.addWidget(stack)
    stack.resize(600, 400)
    stack.show()
    qtbot.waitExposed(stack)
    late = QPushButton("Made when nobody looks")
    other.column.addWidget(late)
    told = _Resized(late)
    fade = seen._coming_up._fade
    fade.setDuration(40)
    with qtbot.waitSignal(fade.finished):
        seen.come_up()
    assert told.count == 0
    stack.setCurrentWidget(other)
    assert told.count > 0


@pytest.fixture
def nothing(qtbot: QtBot, theme: Theme) -> Iterator[NothingPlace]:
    """Where it is said that nothing is found, in a window, for the first letter."""
    window = QWidget()
    place = NothingPlace(theme, shipped_art(), "Try another word.", "Show all")
    window.setLayout(place)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    place.say("z")
    yield place
    window.hide()


def test_a_figure_stands_still_while_somebody_types_and_moves_when_nobody_does(
    qtbot: QtBot, nothing: NothingPlace
) -> None:
    state = nothing.parentWidget().findChild(EmptyState)
    figure = state.findChild(FigureView)
    qtbot.waitUntil(lambda: figure._late is None)
    first = figure.shot
    assert not figure.moving
    state._pause.timeout.emit()
    assert figure.moving
    nothing.say("zz")
    assert not figure.moving
    assert figure.shot == first, "its picture is kept"
    nothing.say("")
    assert state.isHidden()
    nothing.say("zzz")
    assert state.isVisible()
    assert not figure.moving
    assert state._pause.isActive()


def test_ways_on_stay_until_they_are_others(qtbot: QtBot, theme: Theme) -> None:
    found = NothingFound(theme, shipped_art())
    qtbot.addWidget(found)
    found.show()
    near = [("plank", "Plank"), ("dead-bug", "Dead bug")]

    def ways() -> list[QPushButton]:
        return [each for each in found._place.findChildren(QPushButton) if each.isVisible()]

    found.offer("plonk", [], near)
    before = ways()
    assert [each.text() for each in before] == ["Plank", "Dead bug"]
    found.offer("plonkk", [], near)
    assert ways() == before
    found.offer("ded", [], near[1:])
    assert [each.text() for each in ways()] == ["Dead bug"]
    with qtbot.waitSignal(found.exercise_requested) as asked:
        ways()[0].click()
    assert asked.args == ["dead-bug"]
    found.offer("zzz", [], [])
    assert ways() == []


def test_cards_of_progress_wait_until_somebody_looks(qtbot: QtBot, theme: Theme) -> None:
    progress = FakeProgress()
    page = ProgressPage(theme, shipped_art(), lambda: progress, tuple, FakeShell())
    qtbot.addWidget(page)
    page.resize(1200, 860)
    page.show()
    page.become_seen()
    page.become_hidden()
    page.hide()
    page._jobs.wait()
    QApplication.processEvents()
    assert progress.asked
    assert not page.cards
    # Nothing more is read, so that what is shown is what came meanwhile.
    page._is_stale = False
    page.show()
    page.become_seen()
    qtbot.waitUntil(lambda: page.is_complete)
    assert len(page.cards) == len(progress.shown.panels)
    page.become_hidden()


def test_rows_of_the_log_are_painted_before_the_files_of_their_figures_are_read(
    qtbot: QtBot, theme: Theme
) -> None:
    asked: list[str] = []

    def find(exercise: str) -> Figure | None:
        asked.append(exercise)
        return shipped_figures().find(exercise)

    model = LogModel()
    view = LogView(theme, FigureArt(find), model)
    qtbot.addWidget(view)
    day = date(2026, 7, 1)
    ids = ("plank", "bird-dog", "of-nobody")
    model.show_rows(
        [LogRow(RowKind.SESSION, each, day, each.title(), exercise=each) for each in ids]
    )
    view.resize(900, 400)
    view.grab()
    assert asked == []
    view.show()
    qtbot.waitUntil(lambda: set(asked) >= set(ids) and not view._figures.is_drawing)
