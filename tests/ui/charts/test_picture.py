"""Charts as files: really PNG and SVG, with the values of the screen, in the colours of paper."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import CoreappError, FileUnreadableError, InvalidValueError
from coreapp.domain.settings import ThemeChoice
from coreapp.services.charts import Panel, PanelKey
from coreapp.ui.charts.picture import WIDTH, panel_png, panel_svg, save_panel
from coreapp.ui.charts.saving import ChartPictureDialog
from coreapp.ui.theme.theme import Theme
from tests.fakes.progress_pages import MINUTES, bars, full_page, panel

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [each for each in full_page().panels if not each.is_empty]


@pytest.fixture
def core() -> Panel:
    return panel(PanelKey.STREAK, "Core minutes a week", "7", "min", bars())


def heights_of(svg: bytes, colour: str) -> list[float]:
    """Return the heights of the filled shapes of a colour, from left to right."""
    found = []
    root = ElementTree.fromstring(svg)
    for group in root.iter(f"{SVG}g"):
        if group.get("fill") != colour:
            continue
        for path in group.findall(f"{SVG}path"):
            x, low, high = extent(path.get("d") or "")
            found.append((x, high - low))
    return [height for _x, height in sorted(found)]


def extent(path: str) -> tuple[float, float, float]:
    """Return left edge, top and foot of an outline of absolute and relative steps."""
    xs, ys, at = [], [], (0.0, 0.0)
    for letter, numbers in re.findall(r"([MLCZzl])([^MLCZzl]*)", path):
        values = [float(each) for each in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", numbers)]
        for x, y in zip(values[::2], values[1::2], strict=True):
            at = (at[0] + x, at[1] + y) if letter == "l" else (x, y)
            xs.append(at[0])
            ys.append(at[1])
    return min(xs), min(ys), max(ys)


@pytest.mark.parametrize("each", DRAWN, ids=lambda each: each.key.value)
def test_every_panel_is_a_sound_file_of_both_kinds(
    tmp_path: Path, theme: Theme, each: Panel
) -> None:
    for ending in (".png", ".svg"):
        save_panel(tmp_path / f"chart{ending}", each, theme)

    image = QImage(str(tmp_path / "chart.png"))
    root = ElementTree.fromstring((tmp_path / "chart.svg").read_bytes())
    assert image.width() == 2 * WIDTH
    assert root.get("width") == str(WIDTH)
    assert round(image.height() / 2) == int(root.get("height") or 0)
    assert root.findtext(f"{SVG}title") == each.title
    assert root.findtext(f"{SVG}desc") == each.description
    written = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert each.title in written
    assert any(each.number in text for text in written)
    # No letters of this machine alone, and no picture within the drawing.
    assert b"<image" not in (tmp_path / "chart.svg").read_bytes()
    assert all("sans-serif" in (text.get("font-family") or "") for text in root.iter(f"{SVG}text"))


def test_bars_in_the_drawing_are_the_values(theme: Theme, core: Panel) -> None:
    svg = panel_svg(core, theme)
    past = heights_of(svg, theme.paper_tokens.heat3.name())
    now = heights_of(svg, theme.paper_tokens.accent.name())

    assert len(past) == len(MINUTES) - 1
    assert len(now) == 1
    unit = past[0] / MINUTES[0]
    for value, height in zip(MINUTES, [*past, *now], strict=True):
        assert height == pytest.approx(value * unit, abs=0.3)


def test_the_picture_says_what_it_is_and_its_bars_are_the_values(theme: Theme, core: Panel) -> None:
    image = QImage.fromData(panel_png(core, theme)).convertToFormat(QImage.Format.Format_ARGB32)
    assert image.text("Title") == core.title
    assert image.text("Description") == core.description
    heat, width = theme.paper_tokens.heat3.rgba(), image.width()
    pixels = memoryview(image.constBits()).cast("I").tolist()
    columns = [pixels[x::width].count(heat) for x in range(width)]
    # The middle of each bar is its full height: runs of filled columns, one a bar.
    runs: list[list[int]] = [[]]
    for high in columns:
        if high:
            runs[-1].append(high)
        elif runs[-1]:
            runs.append([])
    tops = [max(run) for run in runs if run]
    assert len(tops) == len(MINUTES) - 1
    unit = tops[0] / MINUTES[0]
    for value, high in zip(MINUTES, tops, strict=False):
        assert high == pytest.approx(value * unit, abs=6)


def test_paper_is_light_whatever_the_screen_is(theme: Theme, core: Panel) -> None:
    light = panel_png(core, theme), panel_svg(core, theme)
    theme.set_text_factor(2)
    for choice in (ThemeChoice.DARK, ThemeChoice.CONTRAST):
        theme.set_choice(choice)
        assert (panel_png(core, theme), panel_svg(core, theme)) == light, choice

    image = QImage.fromData(light[0])
    assert image.pixelColor(2, 2) == theme.paper_tokens.card


def test_what_cannot_be_saved_is_said(tmp_path: Path, theme: Theme, core: Panel) -> None:
    with pytest.raises(InvalidValueError, match="gif"):
        save_panel(tmp_path / "a.gif", core, theme)
    with pytest.raises(InvalidValueError):
        save_panel(tmp_path / "a.png", full_page().panel(PanelKey.BESTS), theme)
    with pytest.raises(CoreappError) as failure:
        save_panel(tmp_path / "no" / "a.png", core, theme)
    assert isinstance(failure.value, FileUnreadableError)
    assert [each.name for each in tmp_path.iterdir() if each.suffix in {".png", ".svg"}] == []


def test_the_dialog_follows_the_kind_that_is_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ChartPictureDialog("minutes", parent)
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "svg"
    assert Path(dialog.selectedFiles()[0]).name == "minutes.svg"
