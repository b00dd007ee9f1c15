"""The program's own icon, as windows and dialogs show it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

SIZES: Final = (16, 22, 24, 32, 48, 64, 128)
"""No larger ones: a window system is given all of them, uncompressed."""


def app_icon(folder: Path) -> QIcon:
    """Return the icon from a folder of PNG files; each is read when it is first needed."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(folder / f"coreapp-{size}.png"), QSize(size, size))
    return icon
