"""Reads and places each shipped figure once in a process: a hundred tests start the whole program.

Solving the poses of one exercise takes as long as many a test. A figure and what was solved for it
never change, so all programs of a process can share them; what a test makes of its own is solved
anew, as what is kept is kept for the very objects that were read from `assets`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coreapp.content.figures import FigureShelf
from coreapp.domain.figure import movement
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.sequence import Figure, Sequence

ASSETS = Path(__file__).parents[1] / "assets"

_POSES = ASSETS / "figures" / "poses.toml"
_MOST_MOMENTS = 2_000
"""Moments that are kept, over all figures; one takes some ten kilobytes."""


class FigureMemory:
    """What has been read and solved of the figures that ship."""

    def __init__(self) -> None:
        self._figures: dict[str, Figure] = {}
        self._shipped: dict[int, Sequence] = {}  # what is held here cannot give its id to another
        self._placed: dict[int, Any] = {}
        self._moments: dict[tuple[int, float], Any] = {}

    def loading(self, load: Callable[[FigureShelf, str], Figure | None]) -> Callable[..., Any]:
        """Return `FigureShelf.load` with a memory of what ships; all else is read each time."""

        def remembered(shelf: FigureShelf, exercise: str) -> Figure | None:
            if (shelf._folder, shelf._file) != (ASSETS / "exercises", _POSES):
                return load(shelf, exercise)
            if exercise not in self._figures:
                figure = load(shelf, exercise)
                if figure is None:
                    return None
                self._figures[exercise] = figure
                for sequence in (figure.normal, *figure.levels.values()):
                    self._shipped[id(sequence)] = sequence
            return self._figures[exercise]

        return remembered

    def placing(self, place: Callable[[Sequence], Any]) -> Callable[[Sequence], Any]:
        """Return what places the key poses, once for a sequence that ships."""

        def remembered(sequence: Sequence) -> Any:
            key = id(sequence)
            if key not in self._shipped:
                return place(sequence)
            if key not in self._placed:
                self._placed[key] = place(sequence)
            return self._placed[key]

        return remembered

    def solving(self, solve: Callable[[Movement, float], Any]) -> Callable[[Movement, float], Any]:
        """Return what solves a moment, once for a sequence that ships; both sides share it."""

        def remembered(moving: Movement, moment: float) -> Any:
            key = (id(moving.sequence), moment)
            if key in self._moments:
                return self._moments[key]
            solved = solve(moving, moment)
            if key[0] in self._shipped:
                if len(self._moments) >= _MOST_MOMENTS:
                    self._moments.clear()
                self._moments[key] = solved
            return solved

        return remembered


def install() -> None:
    """Let all of this process read and solve once; it stays so until the process ends."""
    memory, patch = FigureMemory(), pytest.MonkeyPatch()
    patch.setattr(FigureShelf, "load", memory.loading(FigureShelf.load))
    patch.setattr(movement, "_placed_keys", memory.placing(movement._placed_keys))
    patch.setattr(Movement, "_at", memory.solving(Movement._at))
