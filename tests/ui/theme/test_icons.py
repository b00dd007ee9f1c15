"""Every icon is drawn, in its colour, and wrong drawings are named."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from coreapp.domain.errors import ContentError
from coreapp.ui.theme.icons import Icon, load_icons
from coreapp.ui.theme.theme import Theme

RED = QColor("#FF0000")


def colours_of(image: QImage) -> list[QColor]:
    """Return the colours of all pixels that are not quite empty."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_ARGB32).constBits()).cast("I")
    return [QColor.fromRgba(each) for each in pixels.tolist() if each]


def test_every_icon_leaves_ink_in_the_asked_colour(theme: Theme) -> None:
    wrong = {}
    for icon in Icon:
        image = theme.icons.pixmap(icon, 20, RED, dpr=2.0).toImage()
        pixels = colours_of(image)
        inked = sum(colour.alpha() > 40 for colour in pixels)
        full = {colour.name() for colour in pixels if colour.alpha() == 255}
        if image.width() != 40 or inked <= 30 or full != {RED.name()}:
            wrong[icon] = image.width(), inked, full
    assert wrong == {}


def test_no_icon_reaches_over_its_edge(theme: Theme) -> None:
    grid = QRectF(0, 0, 20, 20)
    beyond = []
    for icon in Icon:
        shape = theme.icons.shapes[icon]
        reach = shape.width / 2
        stroked = shape.stroked.boundingRect().adjusted(-reach, -reach, reach, reach)
        is_within = shape.stroked.isEmpty() or grid.contains(stroked)
        if not (
            is_within and (shape.filled.isEmpty() or grid.contains(shape.filled.boundingRect()))
        ):
            beyond.append(icon)
    assert beyond == []


def test_no_two_icons_look_the_same(theme: Theme) -> None:
    pictures: dict[bytes, Icon] = {}
    for icon in Icon:
        image = theme.icons.pixmap(icon, 20, RED).toImage()
        twin = pictures.setdefault(bytes(image.constBits()), icon)
        assert twin is icon, f"{icon} looks like {twin}"


@pytest.mark.parametrize(
    ("drawing", "key"),
    [
        ('strokes = ["X1 2"]', "plus.X"),
        ('strokes = ["M1"]', "plus.M"),
        ('strokes = ["M1 two"]', "plus.M"),
        ('strokes = "M1 1"', "plus.strokes"),
        ("dots = [[1, 2]]", "plus.dots"),
        ('width = "wide"', "plus.width"),
    ],
)
def test_a_wrong_drawing_is_named(
    qapp: QApplication, assets: Path, tmp_path: Path, drawing: str, key: str
) -> None:
    text = (assets / "icons" / "icons.toml").read_text(encoding="utf-8")
    good = 'strokes = ["M10 3.4 L10 16.6", "M3.4 10 L16.6 10"]'
    assert good in text
    file = tmp_path / "icons.toml"
    file.write_text(text.replace(good, drawing), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_icons(file)
    assert raised.value.key == key


def test_a_missing_icon_and_a_missing_file_are_named(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "icons.toml"
    with pytest.raises(ContentError, match="cannot be read"):
        load_icons(file)
    file.write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match="today"):
        load_icons(file)
