"""The fonts of the scale, and larger ones of the same family."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from coreapp.ui.theme.fonts import SCALE, Fonts, Type


def test_larger_fonts_are_made_once_and_go_with_the_size_of_text(qapp: QApplication) -> None:
    fonts = Fonts("DejaVu Sans", 1.5)

    larger = fonts.enlarged(2)

    assert larger.font(Type.BODY).pixelSize() == 3 * SCALE[Type.BODY].pixels
    assert fonts.font(Type.BODY).pixelSize() == round(1.5 * SCALE[Type.BODY].pixels)
    assert fonts.enlarged(2) is larger  # and with it every font that it has made
    assert fonts.enlarged(1) is fonts


def test_whoever_gets_a_font_may_change_it(qapp: QApplication) -> None:
    fonts = Fonts("DejaVu Sans")

    fonts.sized(20, QFont.Weight.Normal).setPixelSize(3)

    assert fonts.sized(20, QFont.Weight.Normal).pixelSize() == 20
