"""A sheet on its way out: as PDF, or onto a printer."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from coreapp.domain.errors import InvalidValueError, NotNowError, marked
from coreapp.ui.drawing.export import make_pdf, write_whole
from coreapp.ui.printing.ink import UNITS_PER_INCH, Ink
from coreapp.ui.printing.printout import Printout, Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ENDING: Final = ".pdf"
_UNITS_PER_POINT: Final = UNITS_PER_INCH / 72


def usual_paper(locale: QLocale | None = None) -> QPageSize:
    """Return A4, or Letter where people measure in inches as in the United States."""
    system = (locale or QLocale.system()).measurementSystem()
    if system is QLocale.MeasurementSystem.ImperialUSSystem:
        return QPageSize(QPageSize.PageSizeId.Letter)
    return QPageSize(QPageSize.PageSizeId.A4)


def sheet_pdf(sheet: Sheet, ink: Ink, paper: QPageSize) -> bytes:
    """Return a sheet as PDF; the same sheet gives the same bytes."""
    printout = Printout(sheet, ink, paper.size(QPageSize.Unit.Point) * _UNITS_PER_POINT)

    def draw(writer: QPdfWriter) -> None:
        painter = QPainter(writer)
        try:
            for index in range(len(printout.pages)):
                if index:
                    writer.newPage()
                printout.paint(painter, index)
        finally:
            painter.end()

    return make_pdf(paper, UNITS_PER_INCH, sheet.title, draw)


def save_sheet(path: Path, sheet: Sheet, ink: Ink, paper: QPageSize) -> None:
    """Write a sheet as a PDF file, whole or not at all.

    Raises:
        InvalidValueError: the file's name ends otherwise.
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    if path.suffix.lower() != ENDING:
        raise InvalidValueError(
            "FILE", str(path), marked("Give the file a name that ends in .pdf.")
        )
    write_whole(path, sheet_pdf(sheet, ink, paper))


def print_sheet(printer: "QPrinter", sheet: Sheet, ink: Ink) -> None:
    """Put a sheet on the paper that was chosen for a printer.

    Raises:
        NotNowError: the printer does not take it.
    """
    printer.setFullPage(True)
    printer.setDocName(sheet.title)
    points = printer.pageLayout().fullRectPoints()
    printout = Printout(sheet, ink, QSizeF(points.size()) * _UNITS_PER_POINT)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotNowError(
            marked("The printer does not answer. Look whether it is on, or save the sheet as PDF.")
        )
    try:
        dots = printer.resolution() / UNITS_PER_INCH
        painter.scale(dots, dots)
        for index in range(len(printout.pages)):
            if index and not printer.newPage():
                raise NotNowError(
                    marked(
                        "The printer stopped. Look whether it has paper, or save the sheet as PDF."
                    )
                )
            printout.paint(painter, index)
    finally:
        painter.end()
