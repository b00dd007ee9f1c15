"""Safety copies of everything a person has here: made at any time, put back with a way back."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.services.ports import Clock

ENDING: Final = ".zip"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What is known of a safety copy.

    Attributes:
        made_at: when it was made.
        files: how many files are in it.
    """

    made_at: datetime
    files: int


class Archives(Protocol):
    """Writes all data into one file, and puts it back."""

    def write(self, target: Path, made_at: datetime, *, even_damaged: bool = False) -> CopyFacts:
        """Write a copy of all data; an older file of that name is replaced, all or nothing.

        Args:
            target: the file.
            made_at: the present moment.
            even_damaged: a log that cannot be read is taken as it lies, for whoever can mend it.

        Raises:
            CoreappError: it cannot be written.
        """

    def check(self, source: Path) -> CopyFacts:
        """Return what a copy is, when all of it is sound.

        Raises:
            CoreappError: it is none, it is damaged, or a newer program has made it.
        """

    def put_back(self, source: Path) -> None:
        """Replace all data by that of a copy, all or nothing.

        Raises:
            CoreappError: it cannot be done; the data are as they were.
        """


@dataclass(frozen=True, slots=True)
class SafetyCopy:
    """A copy that was made."""

    file: Path
    facts: CopyFacts


@dataclass(frozen=True, slots=True)
class PutBack:
    """Data that were put back.

    Attributes:
        facts: of the copy they came from.
        before: the copy of what was there before.
    """

    facts: CopyFacts
    before: Path


class SafetyCopies:
    """Makes safety copies and puts them back."""

    def __init__(
        self,
        archives: Archives,
        clock: Clock,
        folder: Path,
        alone: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Do nothing yet.

        Args:
            archives: writes and reads the files.
            clock: names them.
            folder: where copies go that nobody named another place for.
            alone: keeps the running program out; raises NotNowError where one runs.
        """
        self._archives = archives
        self._clock = clock
        self._folder = folder
        self._alone = alone

    def make(self, target: Path | None = None) -> SafetyCopy:
        """Make a copy of all data, while the program may go on running.

        Raises:
            CoreappError: it cannot be written.
        """
        if target is not None and target.suffix.lower() != ENDING:
            raise InvalidValueError(
                "file",
                target.name,
                marked("Give a file whose name ends in {ending}."),
                ending=ENDING,
            )
        file = target or self._free_place()
        return SafetyCopy(file, self._archives.write(file, self._clock.reading().utc))

    def restore(self, source: Path) -> PutBack:
        """Put the data of a copy in the place of what is there, which is copied first.

        Raises:
            NotNowError: the program runs.
            CoreappError: the copy cannot be used; nothing was changed.
        """
        with self._alone():
            facts = self._archives.check(source)
            before = self._free_place("-before-restore")
            self._archives.write(before, self._clock.reading().utc, even_damaged=True)
            self._archives.put_back(source)
        return PutBack(facts, before)

    def _free_place(self, what: str = "") -> Path:
        now = self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone()))
        name = f"coreapp-{now:%Y-%m-%d-%H%M%S}{what}"
        places = (self._folder / f"{name}{number}{ENDING}" for number in _numbers())
        return next(each for each in places if not each.exists())


def _numbers() -> list[str]:
    """Two copies in one second are told apart by a number."""
    return ["", *(f"-{number}" for number in range(2, 1000))]
