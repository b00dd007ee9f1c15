"""Sheets as files and on printers: whole or not at all, and clear about what went wrong."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from coreapp.domain.errors import FileUnreadableError, InvalidValueError, NotNowError
from coreapp.ui.printing.exercise_sheet import exercise_sheet
from coreapp.ui.printing.ink import Ink
from coreapp.ui.printing.output import print_sheet, save_sheet, sheet_pdf, usual_paper
from coreapp.ui.printing.printout import Sheet
from coreapp.ui.printing.routine_sheet import routine_sheet
from coreapp.ui.printing.shapes import Shapes
from tests.fakes.shipped import shipped_library
from tests.ui.printing.conftest import A4, pdf_texts

LETTER = QPageSize(QPageSize.PageSizeId.Letter)


@pytest.fixture
def sheet(shapes: Shapes) -> Sheet:
    """A sheet with figures, as few as can be."""
    return exercise_sheet(shipped_library(), shapes, "plank")


@pytest.fixture
def words(blind: Shapes) -> Sheet:
    """A sheet of several pages that is made sooner."""
    return routine_sheet(shipped_library(), blind, "core-basics-runners")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sheets"
    made.mkdir()
    return made


def page_size(file: Path) -> tuple[int, int]:
    document = QPdfDocument()
    document.load(str(file))
    size = document.pagePointSize(0)
    document.close()
    return round(size.width()), round(size.height())


def first_page(file: Path) -> QImage:
    """The first page on white, one pixel for two points."""
    document = QPdfDocument()
    document.load(str(file))
    drawn = document.render(0, QSize(298, 421))
    document.close()
    page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page


def difference(one: Path, other: Path) -> float:
    """How much two first pages differ, 0 to 1."""
    pages = [bytes(first_page(file).constBits()) for file in (one, other)]
    return sum(abs(a - b) for a, b in zip(*pages, strict=True)) / len(pages[0]) / 255


def test_the_paper_is_that_of_the_country() -> None:
    assert usual_paper(QLocale("de_DE")).id() is QPageSize.PageSizeId.A4
    assert usual_paper(QLocale("en_GB")).id() is QPageSize.PageSizeId.A4
    assert usual_paper(QLocale("en_US")).id() is QPageSize.PageSizeId.Letter


@pytest.mark.parametrize(("paper", "points"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_a_file_has_pages_of_that_paper(
    words: Sheet, ink: Ink, folder: Path, paper: QPageSize, points: tuple[int, int]
) -> None:
    save_sheet(folder / "a.pdf", words, ink, paper)
    assert page_size(folder / "a.pdf") == points
    assert [each.name for each in folder.iterdir()] == ["a.pdf"]


def test_the_same_sheet_gives_the_same_bytes(sheet: Sheet, words: Sheet, ink: Ink) -> None:
    for each in (sheet, words):
        first = sheet_pdf(each, ink, A4)
        assert first == sheet_pdf(each, ink, A4)
        assert b"/Type /Page" in first


def test_the_file_tells_its_title(words: Sheet, ink: Ink, folder: Path) -> None:
    save_sheet(folder / "a.pdf", words, ink, A4)
    document = QPdfDocument()
    document.load(str(folder / "a.pdf"))
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Core basics for runners"
    document.close()


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(
    words: Sheet, ink: Ink, folder: Path
) -> None:
    with pytest.raises(FileUnreadableError, match="missing"):
        save_sheet(folder / "missing" / "a.pdf", words, ink, A4)
    with pytest.raises(InvalidValueError, match="txt"):
        save_sheet(folder / "a.txt", words, ink, A4)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", ["sheet", "words"])
def test_a_printer_gets_the_same_pages(
    kind: str, ink: Ink, folder: Path, request: pytest.FixtureRequest
) -> None:
    printed: Sheet = request.getfixturevalue(kind)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    printer.setPageSize(A4)
    printer.setResolution(300)
    print_sheet(printer, printed, ink)
    save_sheet(folder / "saved.pdf", printed, ink, A4)
    assert pdf_texts(folder / "printed.pdf") == pdf_texts(folder / "saved.pdf")
    assert page_size(folder / "printed.pdf") == (595, 842)
    assert difference(folder / "printed.pdf", folder / "saved.pdf") < 0.01


def test_a_printer_with_other_paper_gets_a_sheet_that_fits(
    outlined: Shapes, ink: Ink, folder: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "small.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    print_sheet(printer, exercise_sheet(shipped_library(), outlined, "plank"), ink)
    text = " ".join(pdf_texts(folder / "small.pdf"))
    assert "Forearm plank" in text
    assert "Page 1 of" in text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_said_so(sheet: Sheet, ink: Ink, folder: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "missing" / "printed.pdf"))
    with pytest.raises(NotNowError, match="does not answer"):
        print_sheet(printer, sheet, ink)
