"""Long work that somebody waits for: shown when it takes long, cancelled where it can be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import CancelledError
from coreapp.ui.dialogs import waiting as waiting_module
from coreapp.ui.dialogs.waiting import PatientWatch, Waiting
from coreapp.ui.widgets.buttons import Button
from tests.fakes.shipped import shipped_theme


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def make_waiting(page: QWidget) -> Waiting:
    return Waiting(shipped_theme(), "Bringing in the file", "ten-years.json", page)


def bar(waiting: Waiting) -> QProgressBar:
    return waiting.findChildren(QProgressBar)[0]


def cancel(waiting: Waiting) -> Button:
    return waiting.findChildren(Button)[0]


def test_what_is_quick_shows_nothing(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_module, "PATIENCE_MS", 100_000)
    waiting = make_waiting(page)
    watch = PatientWatch(waiting)
    watch.reached(0.5)
    watch.end()

    assert not waiting.isVisible()


def test_what_takes_long_shows_how_far_it_is(
    qtbot: QtBot, page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_module, "PATIENCE_MS", 0)
    waiting = make_waiting(page)
    watch = PatientWatch(waiting)
    qtbot.waitUntil(waiting.isVisible)
    assert bar(waiting).value() == 0

    watch.reached(0.25)
    assert bar(waiting).value() == bar(waiting).maximum() * 0.25
    assert bar(waiting).accessibleName() == "Bringing in the file"
    watch.reached(1.0)
    assert bar(waiting).value() == bar(waiting).maximum()

    watch.end()
    assert not waiting.isVisible()


@pytest.mark.parametrize("by", ["button", "escape"])
def test_it_is_cancelled_at_its_next_step(
    qtbot: QtBot, page: QWidget, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    monkeypatch.setattr(waiting_module, "PATIENCE_MS", 0)
    waiting = make_waiting(page)
    watch = PatientWatch(waiting)
    qtbot.waitUntil(waiting.isVisible)
    watch.reached(0.5)

    if by == "button":
        cancel(waiting).click()
    else:
        qtbot.keyClick(waiting, Qt.Key.Key_Escape)

    # It stays until what was begun is taken back.
    assert waiting.isVisible()
    assert (cancel(waiting).text(), cancel(waiting).isEnabled()) == ("Cancelling…", False)
    with pytest.raises(CancelledError):
        watch.reached(0.6)
    watch.end()
    assert not waiting.isVisible()
