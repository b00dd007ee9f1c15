"""Sheets of the shipped content in the light colours, and PDFs that can be read again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.printing.ink import Ink
from coreapp.ui.printing.output import sheet_pdf
from coreapp.ui.printing.printout import Sheet
from coreapp.ui.printing.shapes import Shapes
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import Tokens
from tests.fakes.shipped import shipped_art, shipped_figures, shipped_theme

A4 = QPageSize(QPageSize.PageSizeId.A4)


class RecordingArt(FigureArt):
    """Knows all figures, leaves them their room, and remembers what would be painted there."""

    def __init__(self) -> None:
        super().__init__(shipped_figures().find)
        self.shots: list[FigureShot] = []
        self.looks: set[tuple[str, bool]] = set()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        shot: FigureShot,
        tokens: Tokens,
        *,
        quick: bool = False,
        vector: bool = False,
    ) -> None:
        self.shots.append(shot)
        self.looks.add((tokens.name, vector))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shipped_theme()


@pytest.fixture
def ink(theme: Theme) -> Ink:
    return Ink(theme.paper_tokens, theme.fonts)


@pytest.fixture
def shapes(ink: Ink) -> Shapes:
    return Shapes(ink, shipped_art())


@pytest.fixture
def read(ink: Ink, tmp_path: Path) -> Callable[[Sheet], list[str]]:
    """Return what makes a PDF of a sheet and reads the text of each page, its lines joined."""

    def texts(sheet: Sheet) -> list[str]:
        file = tmp_path / "read.pdf"
        file.write_bytes(sheet_pdf(sheet, ink, A4))
        return pdf_texts(file)

    return texts


@pytest.fixture
def blind(ink: Ink) -> Shapes:
    """Shapes without any figures, for tests of words: figures take their time."""
    return Shapes(ink, FigureArt(lambda _: None))


@pytest.fixture
def outlined(ink: Ink) -> Shapes:
    """Shapes that leave each figure its room and do not paint it, for tests of where things are."""
    return Shapes(ink, RecordingArt())


def plain(text: str) -> str:
    """A text without what the end of a line changes."""
    return "".join(each for each in text if each.isalnum() or each in ".:,;·")


def pdf_texts(file: Path) -> list[str]:
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    pages = range(document.pageCount())
    found = [" ".join(document.getAllText(page).text().split()) for page in pages]
    document.close()
    return found
