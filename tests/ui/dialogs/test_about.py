"""The box about the program: every part can be read, copied and followed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp import __version__
from coreapp.services.about import LICENCES, Sources
from coreapp.services.guide_words import standing_line
from coreapp.ui.dialogs.about import AboutDialog
from tests.fakes.shipped import shipped_theme

FOLDER = Path("/home/ada/.local/share/coreapp")


class Box:
    """The box, on a desktop that may have a file manager."""

    def __init__(self, qtbot: QtBot, *, has_file_manager: bool = True) -> None:
        self.qtbot = qtbot
        self.opened: list[Path] = []
        self.times_read = 0
        self.has_file_manager = has_file_manager
        self.host = QWidget()
        self.host.resize(1024, 680)
        qtbot.addWidget(self.host)
        self.dialog = AboutDialog(
            shipped_theme(), FOLDER, self._sources, self.host, opener=self._open
        )
        self.dialog.open()

    def _sources(self) -> Sources:
        self.times_read += 1
        return Sources(("“An article” (en)",), ("A paper, 2020",))

    def _open(self, folder: Path) -> bool:
        self.opened.append(folder)
        return self.has_file_manager

    @property
    def texts(self) -> str:
        seen = [each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible()]
        return "\n".join(seen)

    def click(self, name: str) -> None:
        buttons = self.dialog.findChildren(QAbstractButton)
        button = next(each for each in buttons if each.isVisible() and each.text() == name)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def box(qtbot: QtBot) -> Box:
    return Box(qtbot)


def test_it_begins_with_what_the_program_is_and_what_it_is_not(box: Box) -> None:
    assert box.dialog.part == "program"
    assert f"Version {__version__}" in box.texts
    assert standing_line() in box.texts
    assert str(FOLDER) in box.texts


def test_the_folder_is_opened_where_something_shows_folders(box: Box) -> None:
    box.click("Open the folder")

    assert box.opened == [FOLDER]
    assert "No program here" not in box.texts


def test_without_a_file_manager_the_path_can_be_copied(qtbot: QtBot) -> None:
    box = Box(qtbot, has_file_manager=False)
    box.click("Open the folder")
    assert "The path can be copied." in box.texts

    box.click("Copy the path")
    assert QGuiApplication.clipboard().text() == str(FOLDER)
    assert "Copied" in box.texts


def test_sources_are_read_when_they_are_looked_at(box: Box) -> None:
    assert box.times_read == 0
    box.click("Sources")
    box.click("Licences")
    box.click("Sources")

    assert box.times_read == 1
    assert "“An article” (en)" in box.texts
    assert "A paper, 2020" in box.texts


def test_licences_are_told_of_everything_that_is_installed(box: Box) -> None:
    box.click("Licences")

    assert "General Public License, version 3 or later" in box.texts
    assert {"SQLAlchemy", "PySide6-Essentials", "Babel"} <= set(LICENCES)
    for line in ("SQLAlchemy", "LGPL-3.0-only", "BSD-3-Clause"):
        assert line in box.texts


def test_the_details_can_be_copied(box: Box) -> None:
    box.click("For a report")
    box.click("Copy the details")

    copied = QGuiApplication.clipboard().text()
    assert f"Coreapp: {__version__}" in copied
    assert "Windows: offscreen" in copied
    assert copied in box.texts


def test_what_was_told_goes_with_its_part(box: Box) -> None:
    box.click("Copy the path")
    box.click("Licences")

    assert "Copied" not in box.texts


def test_keys_lead_through_the_parts_and_out(box: Box) -> None:
    segments = [b for b in box.dialog.findChildren(QAbstractButton) if b.isCheckable()]
    segments[0].setFocus()
    box.qtbot.keyClick(segments[0], Qt.Key.Key_Right)
    assert box.dialog.part == "sources"

    with box.qtbot.waitSignal(box.dialog.finished):
        box.qtbot.keyClick(box.dialog, Qt.Key.Key_Escape)
