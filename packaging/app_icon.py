"""Makes the program's icon in all its sizes and formats from the two drawings of it.

    .venv/bin/python packaging/app_icon.py

The drawings are assets/icons/app/*.svg; what is made of them is committed, since it is small and
nothing that installs the program should need Qt to draw.
"""

import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).resolve().parents[1]
DRAWINGS: Final = ROOT / "assets" / "icons" / "app"
ICO: Final = ROOT / "packaging" / "windows" / "coreapp.ico"
ICNS: Final = ROOT / "packaging" / "macos" / "coreapp.icns"

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL: Final = 24
"""Up to this size the drawing with fewer strokes is taken."""

ICO_SIZES: Final = (16, 24, 32, 48, 64, 256)
ICNS_TYPES: Final = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
}
"""Apple's types and the pixels of each; ic11 to ic14 are for twice the size on fine screens."""


def main() -> int:
    """Write all files and return the exit code."""
    pictures = {size: draw(size) for size in SIZES}
    for size, content in pictures.items():
        (DRAWINGS / f"coreapp-{size}.png").write_bytes(content)
    for file, content in ((ICO, as_ico(pictures)), (ICNS, as_icns(pictures))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return 0


def draw(size: int) -> bytes:
    """Return the icon as PNG, `size` pixels wide and high."""
    name = "coreapp-small.svg" if size <= LARGEST_SMALL else "coreapp.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWINGS / name)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    # The smallest file, not the fastest.
    writer.setQuality(0)
    writer.write(image.convertToFormat(QImage.Format.Format_ARGB32))
    return bytes(content.data())


def as_ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of Windows: a table of what is in it, then the PNG files themselves."""
    offset = 6 + 16 * len(ICO_SIZES)
    table = struct.pack("<HHH", 0, 1, len(ICO_SIZES))
    for size in ICO_SIZES:
        length = len(pictures[size])
        # A size of 256 does not fit into a byte and is written as 0.
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, length, offset)
        offset += length
    return table + b"".join(pictures[size] for size in ICO_SIZES)


def as_icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of macOS: PNG files, each with its type and length before it."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


if __name__ == "__main__":
    sys.exit(main())
