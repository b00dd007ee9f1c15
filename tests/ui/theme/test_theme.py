"""One object says how everything looks, and tells when that changes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme


@pytest.fixture
def applied(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    palette, font = qapp.palette(), qapp.font()
    theme.apply(qapp)
    yield theme
    theme.withdraw()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_the_choice_changes_the_colours_and_is_announced(qtbot: QtBot, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.set_choice(ThemeChoice.DARK)
    assert theme.tokens.dark
    assert theme.choice is ThemeChoice.DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice(ThemeChoice.DARK)


def test_auto_follows_the_system(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.DARK)
    theme.set_choice(ThemeChoice.AUTO)
    system_is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.tokens.dark is system_is_dark


def test_larger_text_and_reduced_motion_are_announced(qtbot: QtBot, theme: Theme) -> None:
    usual = theme.font(Type.BODY).pixelSize()
    with qtbot.waitSignal(theme.changed):
        theme.set_text_factor(1.5)
    assert theme.font(Type.BODY).pixelSize() == round(usual * 1.5)
    with qtbot.waitSignal(theme.changed):
        theme.set_reduced_motion(reduced=True)
    assert theme.reduced_motion
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_reduced_motion(reduced=True)


def test_no_text_is_below_twelve_pixels(theme: Theme) -> None:
    assert min(theme.font(step).pixelSize() for step in Type) >= 12


def test_the_palette_is_the_theme(qapp: QApplication, applied: Theme) -> None:
    applied.set_choice(ThemeChoice.DARK)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == applied.tokens.ground
    assert palette.color(QPalette.ColorRole.Base) == applied.tokens.field
    applied.set_choice(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == applied.tokens.ground


class Restyled(QLabel):
    """Counts how often a style was put on it."""

    def __init__(self) -> None:
        self.times = 0
        super().__init__("deep")

    def changeEvent(self, event: QEvent) -> None:
        """Count."""
        self.times += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)


def test_other_colours_are_put_on_once_however_deep_a_widget_is(
    qtbot: QtBot, applied: Theme
) -> None:
    window, deepest = QWidget(), Restyled()
    qtbot.addWidget(window)
    around = window
    for _ in range(12):
        inner = QWidget()
        QVBoxLayout(around).addWidget(inner)
        around = inner
    QVBoxLayout(around).addWidget(deepest)
    window.show()
    applied.set_choice(ThemeChoice.LIGHT)
    deepest.times = 0

    applied.set_choice(ThemeChoice.DARK)

    assert deepest.times == 2  # the sheet before is taken off, the new one put on


def test_labels_follow_role_and_text_size(qtbot: QtBot, applied: Theme) -> None:
    label = QLabel("Today")
    label.setProperty("role", Type.PAGE.value)
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().height()
    applied.set_text_factor(2.0)
    assert label.sizeHint().height() >= 2 * before - 4


def test_icons_have_their_gap_and_both_modes(theme: Theme) -> None:
    size = theme.icon_size(20, gap=4)
    assert (size.width(), size.height()) == (24, 20)
    icon = theme.icon(Icon.PLAY, "accent", 20, gap=4)
    assert icon.actualSize(size) == size
    picture = theme.icon(Icon.PLAY, "accent", 20, gap=-6).pixmap(26, 20).toImage()
    assert all(picture.pixelColor(x, 10).alpha() == 0 for x in range(6))


def test_an_icon_that_was_forgotten_is_made_again(theme: Theme) -> None:
    before = theme.icon(Icon.PLAY, "accent", 20)
    assert theme.icon(Icon.PLAY, "accent", 20) is before
    theme.forget_icons()
    again = theme.icon(Icon.PLAY, "accent", 20)
    assert again is not before
    assert again.pixmap(20, 20).toImage() == before.pixmap(20, 20).toImage()


def rings(window: QWidget) -> list[QWidget]:
    return [ring for ring in window.findChildren(QWidget, "focus_ring") if ring.isVisible()]


@pytest.fixture
def window(qtbot: QtBot, applied: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    area = QScrollArea()
    inner = QWidget()
    QVBoxLayout(inner).addWidget(QPushButton("in the area"))
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for part in (QPushButton("one"), QPushButton("two"), area):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window


def test_the_keyboard_shows_a_ring_outside_the_control(window: QWidget) -> None:
    assert rings(window) == []
    QTest.keyClick(window, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    (ring,) = rings(window)
    assert ring.geometry().contains(focused.geometry())
    assert ring.width() == focused.width() + 8
    window.resize(window.width() + 80, window.height())
    assert rings(window)[0].width() == focused.width() + 8


def test_a_click_takes_the_ring_away(window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_Tab)
    other = next(b for b in window.findChildren(QPushButton) if not b.hasFocus())
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert other.hasFocus()
    assert rings(window) == []


def test_the_ring_scrolls_with_what_it_surrounds(window: QWidget) -> None:
    inner = next(b for b in window.findChildren(QPushButton) if b.text() == "in the area")
    inner.setFocus(Qt.FocusReason.ShortcutFocusReason)
    (ring,) = rings(window)
    assert ring.parentWidget() is inner.parentWidget()
    inner.hide()
    assert rings(window) == []


def test_the_logo_has_ember_and_ink(theme: Theme) -> None:
    theme.set_choice(ThemeChoice.LIGHT)
    image = theme.logo(20, 2.0).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert {theme.tokens.accent.name(), theme.tokens.ink.name()} <= colours


def test_the_ring_takes_the_new_colour_and_leaves_windows_alone(
    window: QWidget, applied: Theme
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Tab)
    applied.set_choice(ThemeChoice.LIGHT)
    applied.set_choice(ThemeChoice.DARK)
    (ring,) = rings(window)
    colours = {ring.grab().toImage().pixelColor(x, 0).name() for x in range(8, ring.width() - 8)}
    assert applied.tokens.ink.name() in colours


def test_a_widget_may_paint_its_own_focus(window: QWidget) -> None:
    button = window.findChildren(QPushButton)[0]
    button.setProperty("paints_own_focus", True)
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert rings(window) == []


def test_the_ring_lies_around_the_whole_spin_box(window: QWidget) -> None:
    spin = QSpinBox(window)
    spin.move(20, 20)
    spin.show()
    spin.setFocus(Qt.FocusReason.ShortcutFocusReason)
    (ring,) = rings(window)
    assert ring.width() == spin.width() + 8
