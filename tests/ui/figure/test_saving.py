"""Pictures as files: the ending says which kind; what cannot be is said clearly."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.saving import PictureDialog, save_shot
from coreapp.ui.theme.theme import Theme

SHOT = FigureShot("plank", arrows=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pictures"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_the_ending_says_the_kind(
    folder: Path, art: FigureArt, theme: Theme, name: str, start: bytes
) -> None:
    save_shot(folder / name, art, SHOT, theme.tokens, texts=("Plank", "A plank"))
    assert (folder / name).read_bytes().startswith(start)
    assert [file.name for file in folder.iterdir()] == [name]


def test_a_picture_has_the_size_that_was_asked_for(
    folder: Path, art: FigureArt, theme: Theme
) -> None:
    save_shot(folder / "a.png", art, SHOT, theme.tokens, size=QSize(300, 200))
    image = QImage(str(folder / "a.png"))
    assert (image.width(), image.height()) == (300, 200)
    assert image.pixelColor(0, 0) == theme.tokens.stage


def test_another_ending_or_another_exercise_is_refused(
    folder: Path, art: FigureArt, theme: Theme
) -> None:
    with pytest.raises(InvalidValueError, match="gif"):
        save_shot(folder / "a.gif", art, SHOT, theme.tokens)
    with pytest.raises(InvalidValueError, match="unicycle"):
        save_shot(folder / "a.png", art, FigureShot("unicycle"), theme.tokens)
    with pytest.raises(CoreappError):
        save_shot(folder / "no" / "a.png", art, SHOT, theme.tokens)
    assert list(folder.iterdir()) == []


def test_the_dialog_follows_the_kind_that_is_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PictureDialog("plank", parent)
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "svg"
    assert Path(dialog.selectedFiles()[0]).name == "plank.svg"
