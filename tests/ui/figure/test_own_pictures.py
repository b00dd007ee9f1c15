"""Pictures of one's own exercises: taken in small, shown where a figure would be."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from coreapp.domain.errors import FileUnreadableError, InvalidValueError
from coreapp.services.own_exercises import MOST_PICTURE_BYTES, checked_content
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.own_pictures import MOST_PIXELS, OwnPictures, read_picture
from tests.fakes.shipped import shipped_figures, shipped_theme

RED, BLUE = QColor(200, 30, 30), QColor(20, 40, 200)


def write(path: Path, size: QSize, colour: QColor = RED, form: bytes = b"PNG") -> Path:
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(colour)
    assert QImageWriter(str(path), QByteArray(form)).write(image)
    return path


def painted(art: FigureArt, shot: FigureShot, size: int = 100) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    art.paint(painter, QRectF(0, 0, size, size), shot, shipped_theme().tokens)
    painter.end()
    return image


def alphas(image: QImage) -> bytes:
    """Return how much of each pixel is painted."""
    return bytes(image.constBits())[3::4]


def is_near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) < 12 for a, b in pairs)


@pytest.fixture
def art(tmp_path, qapp):
    pictures = {
        "mine": [
            write(tmp_path / "a.png", QSize(40, 20)),
            write(tmp_path / "b.png", QSize(9, 9), BLUE),
        ],
        "bare": [],
        "lost": [tmp_path / "gone.jpg"],
        "broken": [tmp_path / "broken.jpg"],
        "plank": [],
    }
    (tmp_path / "broken.jpg").write_bytes(b"nonsense")
    return FigureArt(shipped_figures().find, OwnPictures(pictures.get))


def test_the_picture_is_whole_and_in_the_middle(art):
    image = painted(art, FigureShot("mine"))
    assert is_near(image.pixelColor(50, 50), RED)
    assert image.pixelColor(50, 10).alpha() == 0
    assert is_near(image.pixelColor(2, 50), RED)


def test_another_of_its_pictures_can_be_shown(art):
    assert is_near(painted(art, FigureShot("mine", picture=1)).pixelColor(50, 50), BLUE)
    assert art.pictures("mine") == 2


@pytest.mark.parametrize("exercise", ["bare", "lost", "broken"])
def test_without_a_picture_there_is_a_placeholder(art, exercise):
    image = painted(art, FigureShot(exercise))
    assert {alpha > 0 for alpha in alphas(image)} == {True, False}
    assert art.shows(exercise)


def test_a_number_beyond_the_pictures_shows_the_placeholder(art):
    placeholder = painted(art, FigureShot("bare"))
    assert painted(art, FigureShot("mine", picture=5)) == placeholder


def test_nothing_is_shown_for_what_is_neither_drawn_nor_ones_own(art):
    image = painted(art, FigureShot("gone"))
    assert not any(alphas(image))
    assert not art.shows("gone")
    assert art.pictures("gone") == 0


def test_the_figure_comes_before_the_pictures(art):
    plain = FigureArt(shipped_figures().find)
    assert painted(art, FigureShot("plank")) == painted(plain, FigureShot("plank"))
    assert art.has("plank")
    assert not art.has("mine")


def test_the_poses_side_by_side_are_the_picture(art, qapp):
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    art.paint_poses(painter, QRectF(0, 0, 100, 100), FigureShot("mine"), shipped_theme().tokens)
    painter.end()
    assert is_near(image.pixelColor(50, 50), RED)


def test_a_changed_picture_is_read_anew(art, tmp_path):
    before = art.person
    assert is_near(painted(art, FigureShot("mine")).pixelColor(50, 50), RED)
    write(tmp_path / "a.png", QSize(40, 20), BLUE)
    art.renew()
    assert art.person != before
    assert is_near(painted(art, FigureShot("mine")).pixelColor(50, 50), BLUE)


def test_only_the_last_pictures_stay_decoded(tmp_path, qapp):
    files = [write(tmp_path / f"{n}.png", QSize(4, 4)) for n in range(20)]
    pictures = OwnPictures(lambda _exercise: files)
    art = FigureArt(lambda _exercise: None, pictures)
    for number in range(20):
        painted(art, FigureShot("mine", picture=number), 20)
    assert len(pictures._decoded) < 20


@pytest.mark.parametrize("form", [b"PNG", b"JPG", b"BMP"])
def test_a_picture_is_taken_in_small_and_as_jpeg(tmp_path, qapp, form):
    file = write(tmp_path / "large", QSize(MOST_PIXELS + 100, MOST_PIXELS // 2 + 50), RED, form)
    content = read_picture(file)
    image = QImage.fromData(content)
    assert checked_content(content) == "jpg"
    assert image.size() == QSize(MOST_PIXELS, MOST_PIXELS // 2)
    assert is_near(image.pixelColor(100, 100), RED)


def test_a_small_picture_keeps_its_size_and_clear_parts_become_white(tmp_path, qapp):
    file = write(tmp_path / "clear.png", QSize(30, 20), QColor(0, 0, 0, 0))
    image = QImage.fromData(read_picture(file))
    assert image.size() == QSize(30, 20)
    assert is_near(image.pixelColor(5, 5), QColor("white"))


def test_the_worst_picture_still_fits_into_what_is_kept(tmp_path, qapp):
    import random

    chance = random.Random(1)
    side = MOST_PIXELS
    noise = QImage(chance.randbytes(side * side * 4), side, side, QImage.Format.Format_RGB32)
    noise.save(str(tmp_path / "noise.bmp"))
    assert len(read_picture(tmp_path / "noise.bmp")) < MOST_PICTURE_BYTES


def test_what_is_no_picture_is_named(tmp_path, qapp):
    (tmp_path / "notes.jpg").write_text("not a picture")
    with pytest.raises(InvalidValueError, match=r"notes\.jpg.*not a picture"):
        read_picture(tmp_path / "notes.jpg")
    with pytest.raises(FileUnreadableError, match="gone"):
        read_picture(tmp_path / "gone.jpg")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path, qapp):
    header = b"P6 20000 20000 255\n"
    (tmp_path / "bomb.ppm").write_bytes(header)
    with pytest.raises(InvalidValueError, match="too large"):
        read_picture(tmp_path / "bomb.ppm")


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr("coreapp.ui.figure.own_pictures.MOST_FILE_BYTES", 10)
    with pytest.raises(InvalidValueError, match="too large"):
        read_picture(write(tmp_path / "a.png", QSize(40, 20)))
