"""The composition root: the only place that knows concrete classes.

Everything is made when it is first asked for, so that a command pays for what it uses: SQLAlchemy
alone takes about 0.6 s to import on a two-core machine.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coreapp.bootstrap.records import Records
from coreapp.content.loader import load_exercises, load_routines
from coreapp.desktop.clock import SystemClock
from coreapp.desktop.paths import find_paths
from coreapp.desktop.system_language import system_region
from coreapp.services.library import Library, NamedRoutine
from coreapp.services.ports import Clock, Documents
from coreapp.storage.document_folder import DocumentFolder
from coreapp.storage.state_file import JsonFile

if TYPE_CHECKING:
    from coreapp.content.figures import FigureShelf
    from coreapp.domain.figure.sequence import Figure
    from coreapp.domain.marks import Taste
    from coreapp.services.composing import Composing
    from coreapp.services.guide import Guide
    from coreapp.services.hurts import Hurts
    from coreapp.services.marks import Marks
    from coreapp.services.own_exercises import OwnExercises
    from coreapp.services.own_routines import OwnRoutines
    from coreapp.services.ports import Pictures
    from coreapp.services.routine_editing import RoutineEditing
    from coreapp.services.routine_sharing import RoutineSharing


class Services(Records):
    """All use cases of one world, wired to the real adapters."""

    @cached_property
    def library(self) -> Library:
        """Exercises and routines.

        Raises:
            ContentError: a content file does not say what it should.
        """
        exercises = load_exercises(self.paths.assets / "exercises")
        library = Library(exercises, load_routines(self.paths.assets / "routines", exercises))
        documents = self.own_exercises.all(), self.own_routines.all()
        damaged = self.own_exercises.damaged(), self.own_routines.damaged()
        if any(documents) or any(damaged):
            from coreapp.services.own_library import (  # noqa: PLC0415  late on purpose
                merge_own,
                tell_damaged,
            )

            tell_damaged(library, "exercise", damaged[0])
            tell_damaged(library, "routine", damaged[1])
            merge_own(library, *documents)
        library.look_in(self._programme_session)
        library.look_in(self._made_for_a_break)
        library.fit_with(self._fit_doses)
        return library

    @cached_property
    def own_exercises(self) -> Documents:
        """The exercises of one's own, as documents."""
        return DocumentFolder(self.paths.own_exercises)

    @cached_property
    def own_routines(self) -> Documents:
        """The routines of one's own, as documents."""
        return DocumentFolder(self.paths.own_routines)

    @cached_property
    def routine_making(self) -> "OwnRoutines":
        """Routines of one's own."""
        from coreapp.services.own_routines import OwnRoutines  # noqa: PLC0415  late on purpose

        return OwnRoutines(self.library, self.own_routines, self.new_id, self._is_planned)

    @cached_property
    def routine_editing(self) -> "RoutineEditing":
        """The routine that is edited, with the way back."""
        from coreapp.services.routine_editing import RoutineEditing  # noqa: PLC0415  see above

        return RoutineEditing(self.routine_making, self.library)

    @cached_property
    def routine_sharing(self) -> "RoutineSharing":
        """Routines as files."""
        from coreapp.interchange.routine_file import RoutineFolder  # noqa: PLC0415  late on purpose
        from coreapp.services.routine_sharing import RoutineSharing  # noqa: PLC0415

        return RoutineSharing(self.library, self.own_routines, self.own_exercises, RoutineFolder())

    @cached_property
    def guide(self) -> "Guide":
        """The articles to read.

        Raises:
            ContentError: a content file does not say what it should.
        """
        from coreapp.content.guide_files import load_articles  # noqa: PLC0415  late on purpose
        from coreapp.services.guide import Guide  # noqa: PLC0415

        library = self.library
        articles = load_articles(
            self.paths.assets / "guide",
            {each.id for each in library.exercises},
            {each.id for each in library.routines},
        )
        return Guide(articles, self.preferences, system_region())

    @cached_property
    def figures(self) -> "FigureShelf":
        """How the exercises look."""
        from coreapp.content.figures import FigureShelf  # noqa: PLC0415  late on purpose

        assets = self.paths.assets
        return FigureShelf(assets / "exercises", assets / "figures" / "poses.toml")

    def find_figure(self, exercise: str) -> "Figure | None":
        """Return the figure of an exercise; a copy of a shipped one has the figure of that one."""
        return self.figures.find(self.library.figure_of(exercise))

    def find_pictures(self, exercise: str) -> Sequence[Path] | None:
        """Return where the pictures of an exercise of one's own lie; None of those that ship."""
        if not self.library.is_own_exercise(exercise):
            return None
        return [self.pictures.path(each) for each in self.library.exercise(exercise).pictures]

    @cached_property
    def pictures(self) -> "Pictures":
        """The pictures of one's own exercises."""
        from coreapp.storage.picture_folder import PictureFolder  # noqa: PLC0415  late on purpose

        return PictureFolder(self.paths.own_pictures)

    @cached_property
    def exercise_editing(self) -> "OwnExercises":
        """Making and changing exercises of one's own."""
        from coreapp.services.own_exercises import OwnExercises  # noqa: PLC0415  late on purpose

        return OwnExercises(self.library, self.own_exercises, self.pictures, self.new_id)

    @cached_property
    def marks(self) -> "Marks":
        """What is liked, hidden, or not for today."""
        from coreapp.services.marks import Marks  # noqa: PLC0415  late on purpose

        return Marks(JsonFile(self.paths.marks), self.clock)

    @cached_property
    def hurts(self) -> "Hurts":
        """What hurts today."""
        from coreapp.services.hurts import Hurts  # noqa: PLC0415  late on purpose

        return Hurts(JsonFile(self.paths.hurts), self.clock, self.library)

    def taste(self) -> "Taste":
        """Return what the marks, and what hurts, mean for choosing exercises today."""
        return self.hurts.spare(self.marks.taste)

    @cached_property
    def composing(self) -> "Composing":
        """Routines for the minutes there are."""
        from coreapp.services.composing import Composing  # noqa: PLC0415  late on purpose

        return Composing(self.library, self.database, self.clock, self.taste)

    def _made_for_a_break(self, identity: str) -> NamedRoutine | None:
        from coreapp.services.made_for_breaks import find_made  # noqa: PLC0415  late on purpose

        return find_made(self.library, identity)


def build_services(clock: Clock | None = None) -> Services:
    """Return the services of the data folder that the environment names."""
    return Services(find_paths(), clock or SystemClock())
