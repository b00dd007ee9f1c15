"""The figures of the exercises, read from their files when they are first asked for.

Reading and placing all of them at the start would hold up the first window for nothing: a page
shows a few. Each file is read once.
"""

import logging
import re
from pathlib import Path

from msgspec import Struct

from coreapp.content.figure_file import Table, make_figure, read_shared_poses
from coreapp.content.loader import FIGURE
from coreapp.content.reading import before, parse, read_bytes, read_file
from coreapp.domain.errors import ContentError
from coreapp.domain.figure.sequence import Figure

logger = logging.getLogger(__name__)


class _FigurePart(Struct, frozen=True):
    """The part of an exercise's file that says how it looks."""

    figure: dict[str, object] = {}


class FigureShelf:
    """Finds the figure of an exercise; each file is read once."""

    def __init__(self, exercises: Path, shared: Path) -> None:
        """Look for figures in the folder of the exercises.

        Args:
            exercises: the folder with a file for each exercise.
            shared: the file of the poses that all may use.
        """
        self._folder = exercises
        self._file = shared
        self._shared: dict[str, Table] | None = None
        self._figures: dict[str, Figure | None] = {}

    def load(self, exercise: str) -> Figure | None:
        """Return the figure of an exercise, or None if its file has none or is not there.

        Raises:
            ContentError: the file or the shared poses do not say what they should.
        """
        path = self._folder / f"{exercise}.toml"
        if not path.is_file():
            return None
        table = _figure_table(path)
        return make_figure(exercise, table, self._poses()) if table else None

    def find(self, exercise: str) -> Figure | None:
        """Return the figure of an exercise, or None if there is none that can be used.

        A picture that cannot be drawn must not keep anybody from training: it is left out, and the
        log says why.
        """
        if exercise not in self._figures:
            try:
                self._figures[exercise] = self.load(exercise)
            except ContentError as error:
                logger.warning("the figure is left out: %s", error)
                self._figures[exercise] = None
        return self._figures[exercise]

    def _poses(self) -> dict[str, Table]:
        if self._shared is None:
            self._shared = read_shared_poses(
                read_file(self._file, dict[str, object]), self._file.name
            )
        return self._shared


def _figure_table(path: Path) -> dict[str, object]:
    content = read_bytes(path)
    texts = before(content, FIGURE)
    strays = re.findall(rb"^\[+(?!figure[.\]])(.*?)\]", content[len(texts) :], re.MULTILINE)
    if strays:
        raise ContentError(
            path.name,
            strays[0].decode(errors="replace"),
            "stands below the table figure.",
            "Move it above: figure is the last table of the file.",
        )
    return parse(content, path.name, _FigurePart).figure
