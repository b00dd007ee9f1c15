"""The program's icon: what was made of the drawings is what the drawings show, in every format."""

import importlib
import struct

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from coreapp.ui.theme.app_icon import SIZES, app_icon
from coreapp.ui.theme.contrast import contrast_ratio
from tests.architecture.repository import ROOT
from tests.each_case import each_case

FOLDER = ROOT / "assets/icons/app"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def maker(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module("app_icon")


def read(content: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(content)
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def farthest(first: QImage, second: QImage) -> int:
    """Return how far two pictures are apart where they differ most, looked at from a distance.

    Another Qt may round edges otherwise, which is not meant.
    """
    assert first.size() == second.size()
    near = [
        each.scaled(12, 12, mode=Qt.TransformationMode.SmoothTransformation)
        for each in (first, second)
    ]
    return max(
        abs(near[0].pixelColor(x, y).lightness() - near[1].pixelColor(x, y).lightness())
        for x in range(12)
        for y in range(12)
    )


@each_case("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_committed_pictures_are_those_of_the_drawings(qapp, maker, size):
    committed = read((FOLDER / f"coreapp-{size}.png").read_bytes())

    assert farthest(committed, read(maker.draw(size))) < 12


def test_there_is_a_picture_of_each_size_and_no_other(maker):
    made = {f"coreapp-{size}.png" for size in maker.SIZES}

    assert {file.name for file in FOLDER.glob("*.png")} == made
    assert set(SIZES) <= set(maker.SIZES)


def test_the_icon_of_windows_holds_what_its_table_says(maker):
    content = maker.ICO.read_bytes()
    count = struct.unpack("<HHH", content[:6])[2]
    for index in range(count):
        entry = struct.unpack("<BBBBHHII", content[6 + 16 * index : 22 + 16 * index])
        part = content[entry[7] : entry[7] + entry[6]]
        assert part.startswith(PNG)
        assert read(part).width() == (entry[0] or 256)
    assert count == len(maker.ICO_SIZES)


def test_the_icon_of_macos_holds_what_its_types_say(maker):
    content = maker.ICNS.read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8])[0] == len(content)
    place, found = 8, {}
    while place < len(content):
        kind, length = struct.unpack(">4sI", content[place : place + 8])
        found[kind] = read(content[place + 8 : place + length]).width()
        place += length
    assert found == maker.ICNS_TYPES


@each_case("size", [16, 22, 32, 48])
@each_case("panel", ["#f2f2f2", "#1e1e1e"])
def test_it_stands_out_from_light_and_dark_and_its_figure_from_it(qapp, size, panel):
    image = read((FOLDER / f"coreapp-{size}.png").read_bytes())
    tile = image.pixelColor(size // 2, size - 2)
    brightest = max(
        (image.pixelColor(x, y) for x in range(size) for y in range(size // 2, size)),
        key=lambda each: each.lightnessF() * each.alphaF(),
    )

    assert contrast_ratio(tile, QColor(panel)) >= 2.5
    assert contrast_ratio(brightest, tile) >= 4.5


def test_windows_have_it_in_every_size_without_reading_it_before(qapp):
    icon = app_icon(FOLDER)

    assert {QSize(size, size) for size in SIZES} == set(icon.availableSizes())
