"""The marks a person gives to exercises, kept in a file."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.marks import PLAIN, Liking, Mark, Taste, mark_from, taste_of, to_mapping
from coreapp.domain.wall_time import find_zone
from coreapp.services.ports import Clock, StateFile

logger = logging.getLogger(__name__)

_KEY: Final = "exercises"


class Marks:
    """Liked, disliked, hidden, and not for today; read once, when first asked for."""

    def __init__(self, file: StateFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._read: dict[str, Mark] | None = None

    @property
    def all(self) -> Mapping[str, Mark]:
        """All marks by the ids of their exercises, some of which may be gone."""
        return dict(self._marks)

    @property
    def taste(self) -> Taste:
        """What the marks mean for choosing today."""
        return taste_of(self._marks, self._today())

    def of(self, exercise: str) -> Mark:
        """Return the mark of an exercise."""
        return self._marks.get(exercise, PLAIN)

    def is_for_today(self, exercise: str) -> bool:
        """Tell whether nobody said “not today” of an exercise."""
        left = self.of(exercise).not_today
        return left is None or left != self._today()

    def like(self, exercise: str, liking: Liking) -> None:
        """Say whether an exercise is liked.

        Raises:
            CoreappError: it cannot be kept; nothing is changed.
        """
        self.put({exercise: replace(self.of(exercise), liking=liking)})

    def hide(self, exercise: str, *, hidden: bool) -> None:
        """Offer an exercise nowhere, or again.

        Raises:
            CoreappError: it cannot be kept; nothing is changed.
        """
        self.put({exercise: replace(self.of(exercise), hidden=hidden)})

    def leave_for_today(self, exercise: str, *, left: bool) -> None:
        """Do not choose an exercise before tomorrow, or choose it again.

        Raises:
            CoreappError: it cannot be kept; nothing is changed.
        """
        today = self._today() if left else None
        self.put({exercise: replace(self.of(exercise), not_today=today)})

    def put(self, marks: Mapping[str, Mark]) -> None:
        """Keep marks; those of other exercises stay.

        Raises:
            CoreappError: they cannot be kept; nothing is changed.
        """
        kept = {each: mark for each, mark in (self._marks | dict(marks)).items() if mark != PLAIN}
        self._file.save({_KEY: {each: to_mapping(mark) for each, mark in sorted(kept.items())}})
        self._read = kept

    def _today(self) -> date:
        return self._clock.reading().utc.astimezone(find_zone(self._clock.zone())).date()

    def replace(self, marks: Mapping[str, Mark]) -> None:
        """Keep these marks and no others.

        Raises:
            CoreappError: they cannot be kept; nothing is changed.
        """
        unmarked = dict.fromkeys(self._marks, PLAIN)
        self.put(unmarked | dict(marks))

    @property
    def _marks(self) -> dict[str, Mark]:
        if self._read is None:
            self._read = _marks_from(self._file.load().get(_KEY, {}))
        return self._read


def _marks_from(plain: object) -> dict[str, Mark]:
    """Return the marks of a document; what cannot be read is left out."""
    marks = {}
    for exercise, each in plain.items() if isinstance(plain, Mapping) else ():
        try:
            marks[str(exercise)] = mark_from(each)
        except InvalidValueError as error:
            logger.warning("the mark of %s is left out: %s", exercise, error)
    return marks
