"""The skins: a radio group with names, beside a figure that has the chosen one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import LIMITS, ThemeChoice
from coreapp.ui.drawing.colours import SKINS, USUAL_SKIN
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.settings.skin_field import SkinField
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_figures, shipped_theme
from tests.ui.walk import spoken_name


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shipped_theme()


@pytest.fixture
def art() -> FigureArt:
    return FigureArt(shipped_figures().find)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, art: FigureArt) -> SkinField:
    field = SkinField(theme, art)
    qtbot.addWidget(field)
    field.choose(1)
    field.show()
    QTest.qWaitForWindowActive(field)
    (figure,) = field.findChildren(FigureView)
    qtbot.waitUntil(lambda: figure._late is None)
    return field


def swatches(field: SkinField) -> list[QRadioButton]:
    return field.findChildren(QRadioButton)


def test_there_is_a_swatch_for_every_skin_that_can_be_set(field: SkinField) -> None:
    assert LIMITS["figure_skin"] == (0, len(SKINS) - 1)
    assert [spoken_name(each) for each in swatches(field)] == [
        "Light skin tone",
        "Medium-light skin tone",
        "Medium-dark skin tone",
        "Dark skin tone",
    ]
    assert all(each.toolTip() for each in swatches(field))


def test_choosing_is_told_once_and_showing_is_not(qtbot: QtBot, field: SkinField) -> None:
    told: list[int] = []
    field.chosen.connect(told.append)

    field.choose(2)
    qtbot.mouseClick(swatches(field)[3], Qt.MouseButton.LeftButton)

    assert told == [3]
    assert field.value() == 3


def test_the_arrow_keys_move_the_choice(qtbot: QtBot, field: SkinField) -> None:
    swatches(field)[1].setFocus()
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(swatches(field)[1], Qt.Key.Key_Right)

    assert told.args == [2]


def test_each_swatch_is_its_skin_and_can_be_hit(field: SkinField) -> None:
    for swatch, skin in zip(swatches(field), SKINS, strict=True):
        assert min(swatch.width(), swatch.height()) >= 32
        middle = swatch.rect().center()
        assert swatch.grab().toImage().pixelColor(middle).name().upper() == skin


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_chosen_one_has_a_ring(field: SkinField, theme: Theme, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    rims = [
        each.grab().toImage().pixelColor(each.width() // 2, 2) == theme.tokens.ink
        for each in swatches(field)
    ]

    assert rims == [False, True, False, False]


def test_swatches_grow_with_the_text(field: SkinField, theme: Theme) -> None:
    before = swatches(field)[0].width()
    theme.set_text_factor(2.0)

    assert swatches(field)[0].width() == 2 * before


def test_the_figure_takes_the_skin_at_once(field: SkinField, theme: Theme, art: FigureArt) -> None:
    figure = field.findChild(FigureView)
    pictures = []
    for index in range(len(SKINS)):
        assert art.set_skin(index) is (index != (index - 1 if index else USUAL_SKIN))
        theme.repaint()
        pictures.append(figure.grab().toImage())

    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])
