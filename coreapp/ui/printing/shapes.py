"""The pieces that sheets share: figures, numbered steps, signs to stop, positions of a flow."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.exercise_texts import stop_signs
from coreapp.services.vocabulary import breath_label
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.printing.ink import UNITS_PER_INCH, Ink, Print, mm
from coreapp.ui.printing.pieces import Column, Panel, Picture, Piece, Row, Words
from coreapp.ui.printing.printout import Part

GAP: Final = mm(6)
"""Between two columns."""

CELLS: Final = 3
"""Figures side by side."""

_DOTS: Final = UNITS_PER_INCH / 96
"""Figures are painted in the pixels of a screen: their lines have their widths in them."""

_CELL_RATIO: Final = 0.64
_FLATTEST: Final = 0.4
_TALLEST: Final = 0.95
_OF_A_PICTURE: Final = 0.75
"""How high a picture of one's own is for its width; it is put into the middle of its place."""


class Shapes:
    """Makes pieces with one ink.

    Args:
        ink: colours and fonts.
        art: draws the figures.
    """

    def __init__(self, ink: Ink, art: FigureArt) -> None:
        self.ink = ink
        self.art = art

    def words(self, text: str, step: Print = Print.BODY, colour: str = "ink") -> Words:
        """Return a paragraph."""
        return Words(text, self.ink.font(step), self.ink.colour(colour))

    def led(self, lead: str, text: str, colour: str = "ink") -> Words:
        """Return a paragraph that begins with its title."""
        strong = self.ink.font(Print.STRONG)
        head = (f"{lead}:", strong, self.ink.colour(colour))
        return Words(text, self.ink.font(Print.BODY), self.ink.colour("ink"), lead=head)

    def titled(self, title: str, texts: Sequence[str], colour: str = "ink") -> Piece:
        """Return paragraphs under a heading."""
        heading = self.words(title, Print.HEADING, colour)
        return Column((heading, *(self.words(text) for text in texts)), mm(1))

    def numbered(self, texts: Sequence[str]) -> Piece:
        """Return paragraphs with numbers, from 1."""
        font = self.ink.font(Print.STRONG)
        room = QFontMetricsF(font).horizontalAdvance("00")
        rows = [
            Row(
                (self.words(str(number), Print.STRONG, "accent_text"), self.words(text)),
                (room, 0),
                0,
            )
            for number, text in enumerate(texts, 1)
        ]
        return Column(rows, mm(0.5))

    def stop(self, exercise: Exercise) -> Words:
        """Return the signs to stop as one paragraph."""
        return self.led(_("When to stop"), " ".join(stop_signs(exercise)), "danger")

    def panel(self, piece: Piece, ground: str) -> Piece:
        """Return a piece on a tinted ground."""
        return Panel(piece, self.ink.colour(ground), mm(3.5), mm(2))

    def figure(self, shot: FigureShot, least: float = _FLATTEST, most: float = _TALLEST) -> Piece:
        """Return a figure; its picture is as high as the figure asks for.

        Args:
            shot: what it shows.
            least: how high the picture is at least, for its width.
            most: how high it is at most.
        """
        staging = self.art.staging(shot)
        ratio = _OF_A_PICTURE if staging is None else staging.frame.height() / staging.frame.width()

        def draw(painter: QPainter, rect: QRectF) -> None:
            painter.translate(rect.topLeft())
            painter.scale(_DOTS, _DOTS)
            room = QRectF(0, 0, rect.width() / _DOTS, rect.height() / _DOTS)
            self.art.paint(painter, room, shot, self.ink.tokens, vector=True)

        return Picture(min(most, max(least, ratio)), draw)

    def right(self, text: str, step: Print = Print.STRONG) -> Words:
        """Return a short text that stands at the right edge."""
        font, colour = self.ink.font(step), self.ink.colour("ink2")
        return Words(text, font, colour, align=Qt.AlignmentFlag.AlignRight)

    def flow_parts(self, exercise: Exercise) -> list[Part]:
        """Return the positions of a flow, some beside one another, under their heading."""
        count = len(exercise.positions)
        title = ngettext("{count} position", "{count} positions", count).format(count=count)
        pace = _("One pass takes {time} at a calm pace.").format(
            time=format_clock(exercise.seconds_per_rep or 0)
        )
        head = Column((self.words(title, Print.HEADING), self.words(pace)), mm(0.6))
        cells = [self._position(exercise, index) for index in range(count)]
        return [Part(head, mm(8), ruled=True, keeps_next=True), *self.grid(cells)]

    def grid(self, cells: Sequence[Piece], columns: int = CELLS) -> list[Part]:
        """Return cells in rows; a row is never broken."""
        rows = []
        for first in range(0, len(cells), columns):
            row = list(cells[first : first + columns])
            row += [Column(())] * (columns - len(row))
            rows.append(Part(Row(row, [0.0] * columns, GAP), mm(4)))
        return rows

    def _position(self, exercise: Exercise, index: int) -> Piece:
        position, context = exercise.positions[index], exercise.text_context
        moments = self.art.position_moments(exercise)
        shot = FigureShot(exercise.id, moments[index] if moments else None)
        name = _("{number}. {name}").format(number=index + 1, name=pgettext(context, position.name))
        breath = _("{breath}, {seconds} s").format(
            breath=breath_label(position.breath), seconds=round(position.seconds)
        )
        texts = (
            self.words(name, Print.STRONG),
            self.words(pgettext(context, position.cue), Print.SMALL),
            self.words(breath, Print.SMALL_STRONG, "rest_text"),
        )
        return Column((self.figure(shot, _CELL_RATIO, _CELL_RATIO), *texts), mm(0.6))
