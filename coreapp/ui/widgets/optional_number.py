"""A number that may be missing, and a length of time as on a stop watch."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QValidator

from coreapp.i18n import format_clock
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import NumberField

MOST_SECONDS: Final = 4 * 3600
_GROUPING: Final = re.compile(r"(?<=[0-9])[.,'\s](?=[0-9]{3}(?![0-9]))")
"""What stands between thousands in some language."""
_NUMBER: Final = re.compile(r"([0-9]+)(?:([.,:])([0-9]*))?")


@dataclass(frozen=True, slots=True)
class NumberRange:
    """What a field offers, in its own steps.

    Attributes:
        most: the largest.
        begin: where it begins when somebody first goes up or down.
        least: the smallest.
        steps_of_one: so many steps make one of what is written: 4 for quarters of an hour.
    """

    most: int
    begin: int
    least: int = 0
    steps_of_one: int = 1


class OptionalNumber(NumberField):
    """A number field that says nothing until somebody enters a figure; emptied, it says nothing.

    Args:
        theme: the look.
        offered: the figures there are.
        write: writes a figure, in ones, with its unit.
        unset: what is shown while nothing is entered.
    """

    def __init__(
        self,
        theme: Theme,
        offered: NumberRange,
        write: Callable[[float], str],
        unset: str = "–",
    ) -> None:
        super().__init__(theme)
        self._offered = offered
        self._write = write
        self._unset = unset
        # A figure is taken when it is whole: on the way to 25 nobody means 2.
        self.setKeyboardTracking(False)
        self.setRange(offered.least - 1, offered.most)
        self.setSpecialValueText(unset)
        self.setValue(offered.least - 1)

    def figure(self) -> float | None:
        """Return the figure in ones, or None."""
        self.interpretText()
        value = self.value()
        return None if value < self._offered.least else value / self._offered.steps_of_one

    def whole(self) -> int | None:
        """Return the figure of a field of whole ones, or None."""
        figure = self.figure()
        return None if figure is None else round(figure)

    def set_figure(self, figure: float | None) -> None:
        """Show a figure in ones; None takes it back."""
        least = self._offered.least
        steps = least - 1 if figure is None else round(figure * self._offered.steps_of_one)
        self.setValue(steps)

    def stepBy(self, steps: int) -> None:
        """Begin with a usual figure; from there go on."""
        if self.figure() is None:
            self.setValue(self._offered.begin)
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> NumberField.StepEnabledFlag:
        """Let both signs begin."""
        flag = NumberField.StepEnabledFlag
        if self.value() < self._offered.least:
            return flag.StepUpEnabled | flag.StepDownEnabled
        return super().stepEnabled()

    def textFromValue(self, value: int) -> str:
        """Write a figure with its unit."""
        if value < self._offered.least:
            return self._unset
        return self._write(value / self._offered.steps_of_one)

    def valueFromText(self, text: str) -> int:
        """Read a figure; what is empty is none, and what nobody has changed stays."""
        if text == self.textFromValue(self.value()):
            return self.value()
        figure = self._read(text)
        least = self._offered.least
        return least - 1 if figure is None else round(figure * self._offered.steps_of_one)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take what can be read and lies in the range; while it is typed anything may stand."""
        figure = self._read(text)
        if figure is None:
            is_empty = not text.strip() or text == self._unset
            state = QValidator.State.Acceptable if is_empty else QValidator.State.Intermediate
        else:
            value = round(figure * self._offered.steps_of_one)
            fits = self._offered.least <= value <= self._offered.most
            state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, position

    def _read(self, text: str) -> float | None:
        """Return the figure of a text, None if there is none."""
        if text == self._unset:
            return None
        # Whole ones have no decimals: 9,400 steps are not nine.
        return _read(_GROUPING.sub("", text) if self._offered.steps_of_one == 1 else text)


class SecondsField(NumberField):
    """A length of time as on a stop watch: 0:45; seconds alone may be typed as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setKeyboardTracking(False)
        self.setRange(0, MOST_SECONDS)
        self.setSingleStep(5)

    def textFromValue(self, value: int) -> str:
        """Write minutes and seconds."""
        return format_clock(value)

    def valueFromText(self, text: str) -> int:
        """Read minutes and seconds, or seconds."""
        parts = [int(part) for part in text.split(":") if part.strip().isdecimal()]
        return sum(part * 60**power for power, part in enumerate(reversed(parts)))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take digits and colons."""
        state = QValidator.State
        is_time = re.fullmatch(r"[0-9]{1,5}(:[0-9]{0,2}){0,2}", text.strip()) is not None
        fits = is_time and self.valueFromText(text) <= self.maximum()
        if fits:
            return state.Acceptable, text, position
        return state.Intermediate if is_time or not text.strip() else state.Invalid, text, position


def _read(text: str) -> float | None:
    """Return the first number of a text: 7, 7.5, 7,5, or 7:30 as hours and minutes."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    whole, sign, rest = found.groups()
    if not rest:
        return float(whole)
    return int(whole) + int(rest) / 60 if sign == ":" else float(f"{whole}.{rest}")
