"""Draws all figures to be looked at: `make figures`.

Into the folder that is named go, for the light and the dark theme, one sheet with every key pose of
every exercise and level at 240 pixels, one with each exercise at 96, and each key pose at 640.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coreapp.content.figures import FigureShelf
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.tokens import Tokens, load_tokens

ASSETS = Path(__file__).parents[1] / "assets"
THEMES = ("light", "dark")
LARGE, MIDDLE, SMALL = 640, 240, 96
COLUMNS = {MIDDLE: 8, SMALL: 12}
LABEL = 18


class Cell(NamedTuple):
    """One picture of a sheet."""

    shot: FigureShot
    label: str


def main() -> int:
    """Draw the sheets and return the exit code."""
    parser = argparse.ArgumentParser(description="Draw all figures to be looked at.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("exercises", nargs="*", help="ids; all without")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    shelf = FigureShelf(ASSETS / "exercises", ASSETS / "figures" / "poses.toml")
    art = FigureArt(shelf.find)
    names = arguments.exercises or sorted(
        file.stem for file in (ASSETS / "exercises").glob("*.toml")
    )
    without = [name for name in names if not art.has(name)]
    drawn = [name for name in names if art.has(name)]
    for theme in THEMES:
        tokens = load_tokens(ASSETS / "themes", theme)
        cells = [cell for name in drawn for cell in key_poses(shelf, name)]
        save(sheet(art, cells, MIDDLE, tokens), arguments.folder / f"{theme}-key-poses.png")
        small = [Cell(FigureShot(name), name) for name in drawn]
        save(sheet(art, small, SMALL, tokens), arguments.folder / f"{theme}-96.png")
        for cell in cells:
            file = arguments.folder / theme / f"{cell.label.replace(' ', '_')}.png"
            save(sheet(art, [cell], LARGE, tokens), file)
    print(f"{len(drawn)} figures in", arguments.folder)
    for name in without:
        print(f"{name} has no figure that can be drawn.", file=sys.stderr)
    del application
    return 1 if without else 0


def key_poses(shelf: FigureShelf, exercise: str) -> list[Cell]:
    """Return every different key pose of an exercise, level by level."""
    figure = shelf.find(exercise)
    if figure is None:
        return []
    cells = []
    for level in ("", *figure.levels):
        for pose, moment in figure.sequence(level).first_moments().items():
            label = " ".join(word for word in (exercise, level, pose) if word)
            cells.append(Cell(FigureShot(exercise, moment, level=level), label))
    return cells


def sheet(art: FigureArt, cells: Sequence[Cell], size: int, tokens: Tokens) -> QImage:
    """Return the cells side by side, each with its label."""
    columns = min(len(cells), COLUMNS.get(size, 1))
    rows = -(-len(cells) // columns)
    height = size + LABEL
    image = QImage(columns * size, rows * height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(tokens.stage)
    painter = QPainter(image)
    font = painter.font()
    font.setPixelSize(9 if size == SMALL else 11)
    painter.setFont(font)
    for index, cell in enumerate(cells):
        room = QRectF(index % columns * size, index // columns * height, size, size)
        painter.save()
        painter.setClipRect(room)
        art.paint(painter, room, cell.shot, tokens)
        painter.restore()
        painter.setPen(tokens.ink)
        below = QRectF(room.left(), room.bottom(), size, LABEL)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, cell.label)
    painter.end()
    return image


def save(image: QImage, file: Path) -> None:
    """Write a picture, with the folder it belongs in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise SystemExit(f"{file} cannot be written.")


if __name__ == "__main__":
    sys.exit(main())
