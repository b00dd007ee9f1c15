"""Figures have the skin that was chosen wherever they are kept; high contrast shows them well."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QColor, QPixmapCache
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import FigureBuild
from coreapp.ui.drawing.colours import SKINS, USUAL_SKIN, figure_colours
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.figure.saving import save_shot
from coreapp.ui.theme.contrast import contrast_ratio
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import CONTRAST, Tokens, load_tokens

SHOT, SIZE = FigureShot("plank"), QSize(60, 48)
ANOTHER_HUE = 60
"""So many degrees apart even a skin as dark as the clothes is not taken for them."""


@pytest.fixture(autouse=True)
def _no_kept_pictures() -> None:
    QPixmapCache.clear()


@pytest.fixture
def strong() -> Tokens:
    return load_tokens(Path(__file__).parents[3] / "assets" / "themes", CONTRAST)


def test_another_skin_is_another_picture(art: FigureArt, theme: Theme) -> None:
    assert art.skin == USUAL_SKIN
    usual = art.pixmap(SHOT, SIZE, theme.tokens)
    assert art.set_skin(3)
    assert art.kept_pixmap(SHOT, SIZE, theme.tokens) is None
    dark = art.pixmap(SHOT, SIZE, theme.tokens)
    assert dark.toImage() != usual.toImage()
    assert not art.set_skin(3)
    assert art.set_skin(USUAL_SKIN)
    assert art.pixmap(SHOT, SIZE, theme.tokens).cacheKey() == usual.cacheKey()


def test_late_figures_are_drawn_again(qtbot: QtBot, art: FigureArt, theme: Theme) -> None:
    owner = QObject()
    figures = LateFigures(theme, art, owner)
    with qtbot.waitSignal(figures.drawn):
        figures.find(SHOT, SIZE, 1.0)
    usual = figures.find(SHOT, SIZE, 1.0)
    art.set_skin(0)
    with qtbot.waitSignal(figures.drawn):
        figures.find(SHOT, SIZE, 1.0)
    light = figures.find(SHOT, SIZE, 1.0)
    assert usual is not None
    assert light is not None
    assert light.toImage() != usual.toImage()


def test_a_saved_picture_has_the_skin_too(art: FigureArt, theme: Theme, tmp_path: Path) -> None:
    files = []
    for skin in (1, 2):
        art.set_skin(skin)
        files.append(tmp_path / f"{skin}.png")
        save_shot(files[-1], art, SHOT, theme.tokens, size=SIZE)
    assert files[0].read_bytes() != files[1].read_bytes()


@pytest.mark.parametrize("skin", range(len(SKINS)))
def test_limbs_and_clothes_are_told_apart_with_high_contrast(strong: Tokens, skin: int) -> None:
    bare = QColor(SKINS[skin])
    assert contrast_ratio(bare, strong.f_leg) >= 2
    turn = abs(bare.hue() - strong.f_top.hue())
    assert contrast_ratio(bare, strong.f_top) >= 3 or min(turn, 360 - turn) >= ANOTHER_HUE
    assert contrast_ratio(strong.f_top, strong.f_leg) >= 2


def test_outlines_part_a_figure_and_things_from_the_ground(strong: Tokens) -> None:
    colours = figure_colours(strong)
    for ground in (strong.stage, strong.mat, strong.wall):
        assert contrast_ratio(colours.outline, ground) >= 4.5
    room = colours.room
    for stuff in (room.wood, room.fabric, room.foam, room.iron):
        assert contrast_ratio(stuff.rim, strong.stage) >= 4.5


def test_working_muscles_stand_out_from_the_clothes(strong: Tokens) -> None:
    for clothes in (strong.f_top, strong.f_leg):
        assert contrast_ratio(strong.f_mus, clothes) >= 3


def test_the_year_grows_darker_step_by_step(strong: Tokens) -> None:
    steps = [strong.colour(f"heat{step}") for step in (1, 2, 3, 4)]
    for before, after in pairwise(steps):
        assert contrast_ratio(before, strong.card) + 1 < contrast_ratio(after, strong.card)


def test_each_build_is_another_picture_and_another_key(art: FigureArt, theme: Theme) -> None:
    pictures = []
    for build in FigureBuild:
        art.set_build(build)
        pictures.append(art.pixmap(FigureShot("plank"), QSize(200, 150), theme.tokens).toImage())
    assert all(one != other for one, other in combinations(pictures, 2))
    assert not art.set_build(FigureBuild.STRONG)
    assert art.set_build(FigureBuild.MEDIUM)
