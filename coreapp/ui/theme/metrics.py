"""Sizes and times of the look, in logical pixels at 100 % text and in milliseconds."""

from typing import Final

PAGE_MARGIN: Final = 48
PAGE_MARGIN_NARROW: Final = 24
CARD_PADDING: Final = 24
CARD_GAP: Final = 24
CARD_GAP_NARROW: Final = 16
CONTENT_MAX: Final = 1128
NARROW_BELOW: Final = 1200
SIDEBAR: Final = 216
SIDEBAR_NARROW: Final = 176

RADIUS_CARD: Final = 12
RADIUS_BUTTON: Final = 8
RADIUS_BUTTON_BIG: Final = 12
RADIUS_CHIP: Final = 16
RADIUS_KEY: Final = 6
RADIUS_STRIP: Final = 4

BUTTON: Final = 36
BUTTON_SMALL: Final = 32
BUTTON_BIG: Final = 52
FIELD: Final = 40
NAV_ROW: Final = 40
FORM_ROW: Final = 60
HIT_MIN: Final = 32
HIT_PLAYER: Final = 44
SWITCH_WIDTH: Final = 44
SWITCH_HEIGHT: Final = 26

FOCUS_WIDTH: Final = 2
FOCUS_GAP: Final = 2

ICON: Final = 20
ICON_GRID: Final = 20
ICON_STROKE: Final = 1.6

MS_PAGE: Final = 160
MS_RING: Final = 200
MS_PHASE: Final = 200
MS_TOAST_HOLD: Final = 6000
