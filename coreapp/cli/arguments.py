"""The parser itself: everything it says in the language shown, every complaint in one line.

argparse has its texts in English only and gives no way to translate them but the ones used here:
titles of groups, the head of the usage line, and the complaint as a whole.
"""

import math
import re
from argparse import Action, ArgumentParser, ArgumentTypeError, HelpFormatter, _ArgumentGroup
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NoReturn

from coreapp.domain.settings import ThemeChoice
from coreapp.i18n import _

THEMES: Final = tuple(choice.value for choice in ThemeChoice if choice is not ThemeChoice.AUTO)
"""What a picture may be coloured in."""


class Formatter(HelpFormatter):
    """Help with a translated head."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the usage line."""
        head = _("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, head)


class OneLineParser(ArgumentParser):
    """A parser that speaks the language shown, and complains in one line as all our errors do."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:  # noqa: ANN401  argparse's
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=Formatter, **options)
        # "-24,13" is a value too, not an option that nobody knows.
        self._negative_number_matcher = re.compile(r"-[\d.][\d.,-]*")
        if add_help:
            self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def add_argument_group(
        self,
        title: str | None = None,
        description: str | None = None,
        **options: Any,  # noqa: ANN401  argparse's
    ) -> _ArgumentGroup:
        """Add a group; argparse's own get a translated title."""
        titles = {"positional arguments": _("what it needs"), "options": _("options")}
        shown = titles.get(title, title) if title else title
        return super().add_argument_group(shown, description, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where there is help, and exit with 2."""
        hint = _("See {command} --help.").format(command=self.prog)
        self.exit(2, f"coreapp: {' '.join(translated(message).split())} {hint}\n")


def translated(message: str) -> str:
    """Return one of argparse's complaints as a sentence in the language shown."""
    for pattern, sentence in _complaints():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(**found.groupdict())
    return f"{message}."


def _complaints() -> tuple[tuple[str, str], ...]:
    """Return argparse's complaints, and what is said instead."""
    return (
        (
            r"the following arguments are required: (?P<names>.+)",
            _("Something is missing: {names}."),
        ),
        (
            r"unrecognized arguments: (?P<words>.+)",
            _("Nobody knows what to do with “{words}” here."),
        ),
        (
            r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<all>.+)\)",
            _("{name}: {value} is none of {all}."),
        ),
        (r"argument (?P<name>.+?): expected one argument", _("{name}: a value is missing.")),
        (
            r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)",
            _("{name}: it takes no value, but {value} was given."),
        ),
        (r"argument (?P<name>.+?): (?P<problem>.+)", "{name}: {problem}"),
    )


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number within limits."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and least <= int(text[:10]) <= most):
            raise ArgumentTypeError(
                _("Give a whole number from {least} to {most}.").format(least=least, most=most)
            )
        return int(text)

    return read


def number_up_to(most: float) -> Callable[[str], float]:
    """Return what reads a number above 0."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = 0
        if not 0 < number <= most:
            raise ArgumentTypeError(
                _("Give a number above 0, up to {most}.").format(most=f"{most:g}")
            )
        return number

    return read


def number_between(least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number within limits."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise ArgumentTypeError(
                _("Give a number from {least} to {most}.").format(
                    least=f"{least:g}", most=f"{most:g}"
                )
            )
        return number

    return read


def size_between(least: tuple[int, int], most: tuple[int, int]) -> Callable[[str], tuple[int, int]]:
    """Return what reads a width and a height, as 1440x900."""
    limits = tuple("x".join(map(str, size)) for size in (least, most))

    def read(text: str) -> tuple[int, int]:
        found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
        size = (int(found[1]), int(found[2])) if found else (0, 0)
        if not all(low <= side <= high for low, side, high in zip(least, size, most, strict=True)):
            raise ArgumentTypeError(
                _("Give a width and a height from {least} to {most}.").format(
                    least=limits[0], most=limits[1]
                )
            )
        return size

    return read


def file(text: str) -> Path:
    """Read the name of a file."""
    if not text or "\0" in text:
        raise ArgumentTypeError(_("Give the name of a file."))
    return Path(text)
