"""The arguments of `coreapp tour`: where its pictures go, and how the windows look on them."""

from argparse import ArgumentParser
from typing import Final

from coreapp.cli.arguments import THEMES, file, number_between, size_between, whole_number
from coreapp.domain.settings import LIMITS, ThemeChoice
from coreapp.i18n import _

SMALLEST: Final = (1024, 680)
"""The windows get no smaller."""

USUAL: Final = (1440, 900)
LARGEST: Final = (3840, 2160)
MOST_SCALE: Final = 4


def add_tour_arguments(tour: ArgumentParser) -> None:
    """Let the tour be told how large and how coloured its windows are."""
    tour.add_argument("folder", type=file)
    tour.add_argument("--theme", choices=THEMES, default=ThemeChoice.LIGHT.value)
    tour.add_argument(
        "--size",
        type=size_between(SMALLEST, LARGEST),
        default=USUAL,
        metavar=_("WIDTHxHEIGHT"),
        help=_("the size of the windows and of their screen"),
    )
    tour.add_argument(
        "--scale",
        type=number_between(1, MOST_SCALE),
        default=1,
        metavar=_("FACTOR"),
        help=_("how fine the screen is, 2 for twice as many pixels"),
    )
    tour.add_argument(
        "--text",
        type=whole_number(*LIMITS["text_percent"]),
        default=100,
        metavar=_("PERCENT"),
        help=_("the size of texts, as in the settings"),
    )
