"""Icons are drawn for the screens there are, and again when a finer one comes."""

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.system_look import SystemLook
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_icons, shipped_looks


class Screens(SystemLook):
    """A desktop with screens of the test's own."""

    def __init__(self) -> None:
        super().__init__()
        self.there = frozenset({1.0})

    @property
    def ratios(self) -> frozenset[float]:
        return self.there

    def become(self, *ratios: float) -> None:
        self.there = frozenset({1.0, *ratios})
        self.changed.emit()


@pytest.fixture
def screens(qapp: QApplication) -> Screens:
    return Screens()


@pytest.fixture
def theme(screens: Screens) -> Theme:
    return Theme(shipped_looks(), shipped_icons(), screens)


def sharpest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> float:
    """Return how fine the finest picture is that there is of an icon."""
    return icon.pixmap(QSize(20, 20), 4.0, mode).devicePixelRatio()


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Disabled])
def test_it_is_drawn_for_each_screen_and_no_finer(
    screens: Screens, theme: Theme, mode: QIcon.Mode
) -> None:
    assert sharpest(theme.icon(Icon.WALK), mode) == 1.0

    screens.become(1.5, 3.0)

    assert sharpest(theme.icon(Icon.WALK), mode) == 3.0
    at_half = theme.icon(Icon.WALK).pixmap(QSize(20, 20), 1.5, mode)
    assert (at_half.width(), at_half.devicePixelRatio()) == (30, 1.5)


def test_only_a_finer_screen_changes_the_look(qtbot: QtBot, screens: Screens, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        screens.become(2.0)
    kept = theme.icon(Icon.WALK)

    # What is unplugged may be plugged in again.
    for ratios in ((), (2.0,)):
        with qtbot.assertNotEmitted(theme.changed):
            screens.become(*ratios)
    assert theme.icon(Icon.WALK) is kept


class FakeScreen(QObject):
    """A screen that is plugged in."""

    geometryChanged = Signal()  # noqa: N815  as Qt calls it


def test_the_screens_of_the_desktop_are_looked_at(qtbot: QtBot, qapp: QApplication) -> None:
    look, screen = SystemLook(), FakeScreen()

    assert look.ratios == {1.0, *(each.devicePixelRatio() for each in qapp.screens())}
    with qtbot.waitSignal(look.changed):
        look._meet(screen)
    with qtbot.waitSignal(look.changed):
        screen.geometryChanged.emit()
