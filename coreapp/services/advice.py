"""The lines of advice of a day: which rules of training speak, in their order.

They are hints, never locks. Where two rules say the same, one line is enough: the growth of running
stands for the load that comes of it, *running alone* for the core work that is missed.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.errors import CoreappError
from coreapp.domain.load import Growth
from coreapp.services.habit_hints import habit_hints
from coreapp.services.hint_choice import FOR_GOOD, Shown, choose, put_away
from coreapp.services.hints import (
    CoreMissed,
    Hint,
    LoadGrew,
    OnlyRuns,
    RunningAlone,
    VolumeGrew,
    order_of,
)
from coreapp.services.pain_hints import pain_hints
from coreapp.services.ports import StateFile
from coreapp.services.running_hints import running_hints
from coreapp.services.training_picture import Picture, PictureReader

_DAY: Final = "day"
_CHOSEN: Final = "chosen"
_TOLD: Final = "told"
_AWAY: Final = "away"


class Away(StrEnum):
    """For how long a hint is put away."""

    TODAY = "today"
    WEEK = "week"
    FOR_GOOD = "for_good"


_DAYS: Final = {Away.TODAY: timedelta(days=1), Away.WEEK: timedelta(days=7)}


class Advice:
    """Asks the rules, and remembers what was said and put away."""

    def __init__(self, reader: PictureReader, file: StateFile) -> None:
        self._reader = reader
        self._file = file
        self._shown: Shown | None = None

    def today(self, picture: Picture | None = None) -> Sequence[Hint]:
        """Return what there is to say today, the most important first.

        Args:
            picture: what the rules look at; without it, it is read.

        Raises:
            CoreappError: the log cannot be read.
        """
        picture = picture or self._reader.read()
        hints, shown = choose(hints_for(picture), self._known(), picture.today)
        self._keep(shown)
        return hints

    def put_away(self, hint: Hint, how_long: Away) -> None:
        """Say nothing of it until then; what is about safety stays."""
        until = FOR_GOOD if how_long is Away.FOR_GOOD else self._today() + _DAYS[how_long]
        self._keep(put_away(self._known(), hint, until))

    def bring_back(self, hint: Hint) -> None:
        """Take `put_away` back."""
        self._keep(put_away(self._known(), hint, self._today()))

    def _today(self) -> date:
        return self._reader.today()

    def _known(self) -> Shown:
        if self._shown is None:
            self._shown = _shown_from(self._file.load())
        return self._shown

    def _keep(self, shown: Shown) -> None:
        if shown != self._shown:
            self._shown = shown
            # Until the program ends it is known all the same; advice must not stop at a full disk.
            with suppress(CoreappError):
                self._file.save(_document(shown))


def hints_for(picture: Picture) -> Sequence[Hint]:
    """Return all that the rules have to say, the most important first."""
    found = [*pain_hints(picture), *running_hints(picture), *habit_hints(picture)]
    said = {type(each) for each in found}
    volume = next((each for each in found if isinstance(each, VolumeGrew)), None)

    def says_more(hint: Hint) -> bool:
        match hint:
            case LoadGrew(load):
                is_worse = load.growth is Growth.RED
                return volume is None or (is_worse and volume.week.growth is Growth.AMBER)
            case CoreMissed():
                return OnlyRuns not in said
            case OnlyRuns():
                return RunningAlone not in said
            case _:
                return True

    return sorted(filter(says_more, found), key=order_of)


def _document(shown: Shown) -> Mapping[str, object]:
    return {
        _DAY: shown.day.isoformat(),
        _CHOSEN: list(shown.chosen),
        _TOLD: {key: day.isoformat() for key, day in shown.told.items()},
        _AWAY: {key: day.isoformat() for key, day in shown.away.items()},
    }


def _shown_from(document: Mapping[str, object]) -> Shown:
    """Read what was kept; what cannot be read is as if it had not been."""
    days = _days({_DAY: document.get(_DAY)})
    chosen = document.get(_CHOSEN)
    return Shown(
        day=days.get(_DAY, date.min),
        chosen=tuple(map(str, chosen)) if isinstance(chosen, list) else (),
        told=_days(document.get(_TOLD)),
        away=_days(document.get(_AWAY)),
    )


def _days(found: object) -> dict[str, date]:
    days: dict[str, date] = {}
    if isinstance(found, Mapping):
        for key, text in found.items():
            with suppress(ValueError):
                days[str(key)] = date.fromisoformat(str(text))
    return days
