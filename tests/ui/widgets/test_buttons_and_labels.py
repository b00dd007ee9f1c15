"""Buttons carry names and icons; labels break, elide and keep their height."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import (
    Button,
    ButtonKind,
    ButtonSize,
    Chip,
    FilterButton,
    IconButton,
    RoundButton,
)
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import ElidingLabel, make_label, make_text, set_kind

LONG = "Donaudampfschifffahrt und andere lange Wörter, die viele Zeilen brauchen"


@pytest.fixture
def without_look(qapp: QApplication) -> Iterator[None]:
    """Have no stylesheet, so that a kind of text changes nothing but how close its lines are."""
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    yield
    qapp.setStyleSheet(sheet)


def test_a_button_says_its_kind_and_size_to_the_style_sheet(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start", ButtonKind.PRIMARY, Icon.PLAY, ButtonSize.BIG)
    qtbot.addWidget(button)
    assert button.property("kind") == "primary"
    assert button.property("extent") == "big"
    assert not button.icon().isNull()
    button.set_icon(None)
    assert button.icon().isNull()


def test_a_button_s_icon_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.LIGHT)
    button = Button(theme, "", icon=Icon.PAUSE)
    qtbot.addWidget(button)
    light = button.icon().pixmap(18, 18).toImage()
    theme.set_choice(ThemeChoice.DARK)
    assert button.icon().pixmap(18, 18).toImage() != light


def test_choices_and_chips_are_on_or_off(qtbot: QtBot, theme: Theme) -> None:
    for button in (Button(theme, "5 min", ButtonKind.CHOICE), Chip(theme, "Hips", Icon.DESK)):
        qtbot.addWidget(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.isChecked()


@pytest.mark.parametrize("player", [False, True])
def test_an_icon_button_has_a_name_and_can_be_hit(qtbot: QtBot, theme: Theme, player: bool) -> None:
    button = IconButton(theme, Icon.SOUND, "Sound on", player=player)
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Sound on"
    assert button.sizeHint().height() >= (44 if player else 32)
    button.set_icon(Icon.SOUND_OFF, "Sound off")
    assert button.accessibleName() == "Sound off"


def test_a_filter_opens_its_menu_and_shows_an_arrow(qtbot: QtBot, theme: Theme) -> None:
    button = FilterButton(theme, "Body area")
    qtbot.addWidget(button)
    button.setMenu(QMenu(button))
    assert not button.icon().isNull()
    assert button.property("kind") == "filter"
    assert FilterButton(theme, "Hips", filled=True).property("kind") == "chip"


def test_the_round_button_is_a_disc_with_an_icon(qtbot: QtBot, theme: Theme) -> None:
    button = RoundButton(theme, Icon.PAUSE, "Pause")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    assert before.pixelColor(36, 8) == theme.tokens.ink
    assert button.sizeHint().width() == 72
    button.set_icon(Icon.PLAY, "Go on")
    assert button.grab().toImage() != before
    assert button.accessibleName() == "Go on"


def test_a_wrapped_text_is_as_high_as_its_width_needs(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    label = make_text(LONG)
    column.addWidget(label)
    column.addStretch(1)
    host.resize(240, 300)
    host.show()
    narrow = label.height()
    assert narrow >= label.heightForWidth(label.width())
    host.resize(700, 300)
    assert label.height() < narrow


def test_a_wrapped_text_follows_another_text_kind_font_and_width(
    qtbot: QtBot, without_look: None
) -> None:
    label = make_text(LONG)
    qtbot.addWidget(label)
    before = label.heightForWidth(200)
    assert label.heightForWidth(200) == before
    assert label.heightForWidth(100) > before

    label.setText("Short")
    short = label.heightForWidth(200)
    assert short < before
    label.setText(LONG)
    assert label.heightForWidth(200) == before
    set_kind(label, Type.PAGE)  # large text stands closer
    assert label.heightForWidth(200) < before
    set_kind(label, Type.BODY)
    assert label.heightForWidth(200) == before
    font = label.font()
    font.setPixelSize(3 * label.fontInfo().pixelSize())
    label.setFont(font)
    assert label.heightForWidth(200) > 3 * before
    label.setText("")
    assert label.heightForWidth(200) == 0


def test_markup_in_a_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = make_text("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_elided_text_is_told_by_the_tool_tip(qtbot: QtBot) -> None:
    label = ElidingLabel(LONG, Type.BODY, "ink2")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.elided
    assert label.toolTip() == LONG
    cut = label.grab().toImage()
    label.resize(2000, 20)
    assert not label.elided
    assert label.toolTip() == ""
    assert label.grab().toImage() != cut
    assert label.minimumSizeHint().width() < 100


def test_labels_name_their_look(qtbot: QtBot) -> None:
    label = make_label("12", Type.FIGURE, "ink2")
    qtbot.addWidget(label)
    assert (label.property("role"), label.property("tone")) == ("figure", "ink2")


def test_a_key_cap_is_as_wide_as_its_word(qtbot: QtBot, theme: Theme) -> None:
    wide, narrow = KeyCap(theme, "Space"), KeyCap(theme, "?")
    for cap in (wide, narrow):
        qtbot.addWidget(cap)
    assert wide.sizeHint().width() > narrow.sizeHint().width() >= narrow.sizeHint().height()
    assert wide.accessibleName() == "Space"
    before = wide.grab().toImage()
    wide.set_colour(theme.tokens.danger)
    assert wide.grab().toImage() != before
    theme.set_text_factor(2.0)
    assert narrow.sizeHint().height() == 44
