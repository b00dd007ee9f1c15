"""Files of pictures: sharp, small, the same every time, and written whole or not at all."""

import errno
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from coreapp.domain.errors import DiskFullError, FileUnreadableError
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.export import Page, pdf, png, save_pdf, save_png, save_svg, svg
from coreapp.ui.drawing.picture import Look, Scene
from tests.fakes.drawn import CHAIR, MAT, SIDE, WALL, colours, painted, sitting, standing

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"
SCENES = {
    "mat": Scene(standing(), (MAT,)),
    "chair": Scene(sitting(), (CHAIR,)),
    "wall": Scene(standing(), (WALL,)),
}
ARROW = (Vec(0.4, -0.3, 0.3), Vec(0.5, -0.3, 0.8), Vec(0.4, -0.3, 1.3))
SAVERS = {"png": save_png, "svg": save_svg, "pdf": save_pdf}


@pytest.fixture
def look() -> Look:
    return Look(colours(), arrows=(ARROW,))


@pytest.fixture
def page() -> Page:
    return Page(QSize(640, 640), colours().room.paper, "Plank <1>", "Legs & trunk in one line.")


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_svg_is_small_sound_knows_nothing_of_this_machine_and_shows_what_png_shows(
    scene: Scene, look: Look, page: Page
) -> None:
    content = svg(scene, SIDE, look, page)
    root = ElementTree.fromstring(content)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (
        "640",
        "640",
        "0 0 640 640",
    )
    assert root.findtext(f"{SVG}title") == "Plank <1>"
    assert root.findtext(f"{SVG}desc") == "Legs & trunk in one line."
    assert len(content) < 150_000
    assert not list(root.iter(f"{SVG}image"))
    assert b"font" not in content
    assert str(Path.home()).encode() not in content

    renderer = QSvgRenderer(QByteArray(content))
    drawn = lightness(
        painted(640, lambda painter: renderer.render(painter, QRectF(0, 0, 640, 640)))
    )
    pixels = lightness(QImage.fromData(png(scene, SIDE, look, page)))
    far = [one for one, two in zip(drawn, pixels, strict=True) if abs(one - two) > 0.12]
    assert len(drawn) == 160 * 160
    assert len(far) < 0.02 * 160 * 160


def test_the_same_picture_is_the_same_svg(look: Look, page: Page) -> None:
    first, second = (svg(SCENES["mat"], SIDE, look, page) for _time in range(2))
    assert first == second


def lightness(image: QImage) -> list[float]:
    """Return how light every fourth pixel of every fourth row is, 0 to 1."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = bytes(plain.constBits())
    rows = range(0, len(raw), 4 * image.bytesPerLine())
    found = (raw[at : at + 3] for row in rows for at in range(row, row + 4 * image.width(), 16))
    return [(max(colour) + min(colour)) / 510 for colour in found]


def test_without_words_there_is_no_empty_title(look: Look) -> None:
    root = ElementTree.fromstring(svg(SCENES["mat"], SIDE, look, Page(QSize(200, 100))))
    assert root.find(f"{SVG}title") is None
    assert root.find(f"{SVG}desc") is None
    assert root.get("width") == "200"


def test_pdf_is_one_page_without_an_hour(look: Look, page: Page) -> None:
    content = pdf(SCENES["mat"], SIDE, look, page)
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert re.search(rb"/MediaBox \[0 0 480(\.0+)? 480(\.0+)?\]", content)
    years = re.findall(rb'Date(?: \(D:|=")(\d{4})', content)
    assert len(years) == 5
    assert set(years) == {b"2000"}
    assert content == pdf(SCENES["mat"], SIDE, look, page)


def test_png_has_its_size_and_its_background(look: Look, page: Page) -> None:
    filled = QImage.fromData(png(SCENES["mat"], SIDE, look, page))
    clear = QImage.fromData(png(SCENES["mat"], SIDE, look, Page(QSize(300, 200))))
    assert (filled.width(), filled.height()) == (640, 640)
    assert filled.pixelColor(0, 0) == colours().room.paper
    assert (clear.width(), clear.height()) == (300, 200)
    assert clear.pixelColor(0, 0).alpha() == 0


def test_two_pictures_can_have_one_frame(look: Look) -> None:
    scene = SCENES["mat"]
    wide = Page(QSize(200, 200), frame=QRectF(-3, -3, 6, 6))
    assert png(scene, SIDE, look, wide) != png(scene, SIDE, look, Page(QSize(200, 200)))


@pytest.mark.parametrize("kind", SAVERS)
def test_a_file_is_replaced_whole(kind: str, tmp_path: Path, look: Look, page: Page) -> None:
    file = tmp_path / f"plank.{kind}"
    file.write_text("old")
    SAVERS[kind](file, SCENES["mat"], SIDE, look, page)
    assert len(file.read_bytes()) > 1000
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [f".{kind}"]


@pytest.mark.parametrize("kind", SAVERS)
@pytest.mark.parametrize("name", ["gone/plank", "file/plank", "."])
def test_a_place_where_no_file_can_be_is_named(
    kind: str, name: str, tmp_path: Path, look: Look
) -> None:
    (tmp_path / "file").write_text("in the way")
    page = Page(QSize(64, 64))
    with pytest.raises(FileUnreadableError) as raised:
        SAVERS[kind](tmp_path / name, SCENES["mat"], SIDE, look, page)
    assert raised.value.path == str(tmp_path / name)
    assert raised.value.reason


@pytest.mark.parametrize(
    ("code", "failure"), [(errno.ENOSPC, DiskFullError), (errno.EIO, FileUnreadableError)]
)
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Look, code: int, failure: type[Exception]
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    file = folder / "plank.png"
    file.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(failure, match=r"plank\.png"):
        save_png(file, SCENES["mat"], SIDE, look, Page(QSize(64, 64)))
    assert file.read_text() == "old"
    assert list(folder.iterdir()) == [file]
