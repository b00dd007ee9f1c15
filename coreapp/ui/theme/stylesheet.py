"""The one style sheet: what a palette cannot say, made from the same colours."""

from typing import Final

from PySide6.QtGui import QColor, QFont

from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import SCALE, Fonts, Type
from coreapp.ui.theme.sheets import SHEET, STRONG_SHEET
from coreapp.ui.theme.tokens import Tokens

_SIDE_PADDING: Final = 5
_ARROW: Final = 14
_ARROW_AIR: Final = 16
"""Left and right of the arrow of a list; the arrow grows with the text."""


def make_stylesheet(tokens: Tokens, fonts: Fonts) -> str:
    """Return the style sheet of a theme at the fonts' size."""
    names = [name for name in Tokens.__slots__ if name not in {"name", "dark", "distance"}]
    values = {name: tokens.colour(name).name() for name in names}
    values["control_hover"] = mixed(tokens.control, tokens.ink, 0.05).name()
    values["control_press"] = mixed(tokens.control, tokens.ink, 0.14).name()
    sizes = {
        "caption": SCALE[Type.CAPTION].pixels,
        "body": SCALE[Type.BODY].pixels,
        "title": SCALE[Type.TITLE].pixels,
        "heading": SCALE[Type.HEADING].pixels,
        "button_inner": metrics.BUTTON - 2,
        "big_inner": metrics.BUTTON_BIG - 2,
        "small_inner": metrics.BUTTON_SMALL - 2,
        "small": metrics.BUTTON_SMALL,
        "field_inner": metrics.FIELD - 2,
        "combo_inner": metrics.BUTTON - 2,
        "choice": 52,
        "chip_inner": metrics.BUTTON_SMALL - 4,
        "filter_inner": metrics.BUTTON_SMALL - 2,
        "step": 34,
        "link": metrics.HIT_MIN,
    }
    scaled = {name: str(fonts.pixels(size)) for name, size in sizes.items()}
    # Qt draws square corners when a radius is more than half the height: round from below.
    scaled["chip_radius"] = str(fonts.pixels(metrics.BUTTON_SMALL - 4) // 2 + 1)
    side = fonts.line_height(Type.HEADING) + 2 * _SIDE_PADDING
    scaled["side_radius"] = str(int(side / 2) - 1)
    scaled["arrow_room"] = str(fonts.pixels(_ARROW) + _ARROW_AIR)
    roles = "".join(_label_rule(step, fonts) for step in Type)
    scaled["card_radius"] = str(metrics.RADIUS_CARD)
    scaled["side_padding"] = str(_SIDE_PADDING)
    sheet = SHEET.substitute(values, **scaled)
    if tokens.strong:
        sheet += STRONG_SHEET.substitute(values, **scaled)
    return sheet + roles


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return `first` with a share (0 to 1) of `second` mixed into it."""
    keep = 1 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


def _label_rule(step: Type, fonts: Fonts) -> str:
    scale = SCALE[step]
    size = fonts.pixels(scale.pixels)
    weight = QFont.Weight(scale.weight).value
    spacing = f" letter-spacing: {size * scale.spacing / 100:.2f}px;" if scale.spacing else ""
    rule = f"font-size: {size}px; font-weight: {weight};{spacing}"
    return f'QLabel[role="{step.value}"] {{ {rule} }}\n'
