"""Makes the pictures that README.md shows: `make pictures`.

The tour drives the real windows in each theme; what README shows of it is made smaller and goes
into docs/pictures.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDTH: Final = 960
"""Pixels: what a page shows of it at most, so the files stay small."""

SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "light": ("today", "exercise", "plan", "progress"),
    "dark": ("player-work", "break"),
}
"""Pictures of the tour by their names, for each theme."""


def main() -> int:
    """Make the pictures and return the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme, names in SHOWN.items():
        with tempfile.TemporaryDirectory() as folder:
            take_tour(Path(folder), theme)
            for name in names:
                (picture,) = Path(folder).glob(f"[0-9][0-9]-{name}.png")
                make_small(picture, FOLDER / f"{name}.png")
    total = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{sum(map(len, SHOWN.values()))} pictures in {FOLDER}, {total // 1024} KB")
    return 0


def take_tour(folder: Path, theme: str) -> None:
    """Let the program be driven, and save a picture of each window."""
    words = ["tour", str(folder), "--language", "en", "--theme", theme]
    subprocess.run([sys.executable, "-m", "coreapp", *words], check=True, stdout=subprocess.DEVNULL)


def make_small(source: Path, target: Path) -> None:
    """Save a picture in the size that README shows, as small a file as PNG can be."""
    image = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB888)
    if image.width() > WIDTH:
        image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    writer = QImageWriter(str(target))
    writer.setQuality(0)
    if not writer.write(image):
        raise SystemExit(f"{target}: {writer.errorString()}")


if __name__ == "__main__":
    sys.exit(main())
