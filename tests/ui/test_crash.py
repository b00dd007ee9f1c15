"""When there is a bug: one window, details to copy, and the program goes on."""

import faulthandler
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from coreapp import __version__
from coreapp.ui.crash import CrashHandler, CrashWindow, details_of


@pytest.fixture
def handler(qtbot: QtBot, tmp_path: Path, monkeypatch) -> Iterator[CrashHandler]:
    before = sys.excepthook
    was_enabled = faulthandler.is_enabled()
    made = CrashHandler()
    made.install(tmp_path / "crash.txt")
    yield made
    made.uninstall()
    sys.excepthook = before
    if was_enabled:
        faulthandler.enable(sys.__stderr__)
    for window in windows():
        window.close()
        window.deleteLater()


def windows() -> list[CrashWindow]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, CrashWindow) and each.isVisible()
    ]


def stumble(error: BaseException) -> None:
    """Let nobody catch an error, as in a slot."""
    sys.excepthook(type(error), error, error.__traceback__)


def test_with_large_letters_no_answer_is_cut_off(qtbot: QtBot) -> None:
    window = CrashWindow("the reason")
    qtbot.addWidget(window)
    for button in window.findChildren(QPushButton):
        button.setText(f"{button.text()} {button.text()} {button.text()}")
    window.show()

    for button in window.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()
        assert button.geometry().right() < window.width()


def test_a_bug_opens_a_window_with_what_a_report_needs(handler: CrashHandler, caplog) -> None:
    stumble(ZeroDivisionError("the reason"))

    (window,) = windows()
    details = window.findChild(QPlainTextEdit)
    text = details.toPlainText()
    assert f"coreapp {__version__}" in text
    assert "ZeroDivisionError: the reason" in text
    assert "Python" in text
    assert details.isReadOnly()
    assert "a bug" in caplog.text


def test_a_bug_in_a_timer_does_not_open_hundreds(handler: CrashHandler) -> None:
    for _ in range(20):
        stumble(ValueError())

    assert len(windows()) == 1
    windows()[0].close()
    stumble(ValueError())
    assert len(windows()) == 1


PAINTS_AND_FAILS = """
import sys
from pathlib import Path
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from coreapp.ui.crash import CrashHandler

class Broken(QWidget):
    def paintEvent(self, event):
        self.paint(QPainter(self))

    def paint(self, painter):
        painter.fillRect(self.rect(), "red")
        raise ZeroDivisionError

app, handler = QApplication(sys.argv[:1]), CrashHandler()
handler.install(Path(sys.argv[1]))
window = Broken()
window.show()
for _turn in range(3):
    app.processEvents()
    window.update()
assert handler._window.isVisible()
handler.uninstall()
print("still there")
"""
"""A program of its own: a painter that outlives its paint would end that of the tests."""


def test_who_fails_while_painting_takes_nothing_down(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINTS_AND_FAILS, str(tmp_path / "crash.txt")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.stdout == "still there\n", done.stderr
    assert "active painter" not in done.stderr


def test_ctrl_c_is_no_bug(handler: CrashHandler, capsys) -> None:
    stumble(KeyboardInterrupt())

    assert windows() == []


def test_stacks_of_hard_crashes_go_into_a_private_file(
    handler: CrashHandler, tmp_path: Path
) -> None:
    assert faulthandler.is_enabled()
    assert Path(handler.stacks.name) == tmp_path / "crash.txt"
    assert stat.S_IMODE((tmp_path / "crash.txt").stat().st_mode) == 0o600


def test_afterwards_everything_is_as_before(handler: CrashHandler, tmp_path: Path) -> None:
    handler.uninstall()

    assert sys.excepthook is sys.__excepthook__
    assert handler.stacks in {sys.__stderr__, sys.stderr}


def test_a_folder_that_cannot_be_written_stops_nothing(qapp, tmp_path: Path, caplog) -> None:
    handler, before = CrashHandler(), sys.excepthook

    handler.install(tmp_path / "missing" / "crash.txt")

    assert "hard crashes are not written down" in caplog.text
    assert handler.stacks in {sys.__stderr__, sys.stderr}
    handler.uninstall()
    sys.excepthook = before


def test_details_name_the_cause_of_the_cause() -> None:
    error = ValueError("second")
    error.__cause__ = KeyError("first")

    text = details_of(error)

    assert "first" in text
    assert "second" in text


def test_the_details_unfold_and_can_be_copied(handler: CrashHandler) -> None:
    stumble(ZeroDivisionError("the reason"))
    (window,) = windows()
    details = window.findChild(QPlainTextEdit)
    buttons = {each.text(): each for each in window.findChildren(QPushButton)}
    folded = window.height()
    assert not details.isVisible()

    buttons["Details"].click()
    assert details.isVisible()
    assert window.height() >= folded + details.minimumHeight()

    buttons["Details"].click()
    assert not details.isVisible()
    assert window.height() == folded

    buttons["Copy the details"].click()
    assert "ZeroDivisionError: the reason" in QGuiApplication.clipboard().text()

    buttons["Close"].click()
    assert windows() == []
