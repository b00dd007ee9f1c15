"""High contrast: asked for by the desktop or the person, with edges where others have none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QStyleHints
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Fonts
from coreapp.ui.theme.stylesheet import make_stylesheet
from coreapp.ui.theme.system_look import SystemLook
from coreapp.ui.theme.theme import Theme, load_theme
from tests.fakes.shipped import ASSETS


class FakeSystemLook(SystemLook):
    """A desktop that asks for what the test says."""

    def __init__(self, *, dark: bool = False, strong: bool = False) -> None:
        super().__init__()
        self.wishes = {"dark": dark, "strong": strong}

    @property
    def dark(self) -> bool:
        return self.wishes["dark"]

    @property
    def strong(self) -> bool:
        return self.wishes["strong"]

    def ask(self, **wishes: bool) -> None:
        self.wishes |= wishes
        self.changed.emit()


@pytest.fixture
def make_theme(qapp: QApplication) -> Callable[[SystemLook], Theme]:
    def make(system: SystemLook) -> Theme:
        return load_theme(ASSETS / "themes", ASSETS / "icons" / "icons.toml", system)

    return make


@pytest.mark.parametrize(
    ("dark", "strong", "name"),
    [
        (False, False, "light"),
        (True, False, "dark"),
        (False, True, "contrast"),
        (True, True, "contrast"),
    ],
)
def test_without_a_choice_it_is_as_the_desktop_asks(
    make_theme: Callable[[SystemLook], Theme], *, dark: bool, strong: bool, name: str
) -> None:
    assert make_theme(FakeSystemLook(dark=dark, strong=strong)).tokens.name == name


def test_the_desktop_may_ask_while_the_program_runs(
    qtbot: QtBot, make_theme: Callable[[SystemLook], Theme]
) -> None:
    system = FakeSystemLook()
    theme = make_theme(system)
    with qtbot.waitSignal(theme.changed):
        system.ask(strong=True)
    assert theme.tokens.strong
    with qtbot.waitSignal(theme.changed):
        system.ask(strong=False)
    assert theme.tokens.name == "light"


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_a_choice_outweighs_the_desktop(
    qtbot: QtBot, make_theme: Callable[[SystemLook], Theme], choice: ThemeChoice
) -> None:
    system = FakeSystemLook()
    theme = make_theme(system)
    theme.set_choice(choice)
    with qtbot.assertNotEmitted(theme.changed):
        system.ask(dark=True, strong=True)
    assert theme.tokens.name == choice.value


def test_the_desktop_is_listened_to(qtbot: QtBot, qapp: QApplication) -> None:
    look, hints = SystemLook(), QGuiApplication.styleHints()
    assert look.dark is (hints.colorScheme() == Qt.ColorScheme.Dark)
    with qtbot.waitSignal(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


@pytest.mark.skipif(not hasattr(QStyleHints, "accessibility"), reason="Qt knows it since 6.10")
def test_the_desktop_is_asked_for_contrast(qtbot: QtBot, qapp: QApplication) -> None:
    look, style = SystemLook(), QGuiApplication.styleHints()
    # It lives as long as what it was taken from.
    hints = style.accessibility()
    wanted = hints.contrastPreference() == Qt.ContrastPreference.HighContrast
    assert look.strong is wanted
    with qtbot.waitSignal(look.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def test_an_older_qt_asks_for_nothing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class OldHints:
        """What Qt 6.9 has."""

        colorSchemeChanged = QGuiApplication.styleHints().colorSchemeChanged  # noqa: N815  Qt's

    monkeypatch.setattr(QGuiApplication, "styleHints", OldHints)
    assert not SystemLook().strong


def ground(theme: Theme) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, QRectF(0, 0, 40, 40), 8, QColor("yellow"), theme.tokens)
    painter.drawRect(QRectF(15, 15, 10, 10))
    painter.end()
    return image


def test_only_with_high_contrast_a_ground_has_an_edge(theme: Theme) -> None:
    theme.set_choice(ThemeChoice.CONTRAST)
    image = ground(theme)
    assert image.pixelColor(0, 20) == theme.tokens.border
    assert {image.pixelColor(x, 20).name() for x in range(1, 39)} == {"#ffff00"}
    theme.set_choice(ThemeChoice.LIGHT)
    assert {ground(theme).pixelColor(x, 20).name() for x in range(40)} == {"#ffff00"}


def test_only_with_high_contrast_cards_have_an_edge(theme: Theme) -> None:
    rule = 'QFrame[role="sidebar"] { border: none; border-right: 1px solid'
    theme.set_choice(ThemeChoice.CONTRAST)
    strong = make_stylesheet(theme.tokens, Fonts("Sans"))
    theme.set_choice(ThemeChoice.LIGHT)
    usual = make_stylesheet(theme.tokens, Fonts("Sans"))
    assert rule in strong
    assert rule not in usual
    assert "$" not in strong


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_what_stands_in_an_empty_field_is_as_clear_as_other_text(
    qtbot: QtBot, theme: Theme, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    field.setPlaceholderText("\N{FULL BLOCK}" * 8)
    field.resize(200, 40)
    image = field.grab().toImage()
    colours = {image.pixelColor(x, 20).name() for x in range(image.width())}
    assert theme.tokens.ink3.name() in colours
