"""The use cases of the log, wired to the real adapters.

What is trained, written down and advised is made here; the plan is made in `plans`, the library and
what is one's own in the package above. As there, everything is made when it is first asked for.
"""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from coreapp.bootstrap.plans import Plans
from coreapp.services.ports import Documents, Pictures
from coreapp.storage.state_file import JsonFile

if TYPE_CHECKING:
    from coreapp.domain.routine import Routine
    from coreapp.services.activity_log import ActivityLog
    from coreapp.services.advice import Advice
    from coreapp.services.day_log import DayLog
    from coreapp.services.day_questions import DayQuestions
    from coreapp.services.dose_taking import DoseTaking
    from coreapp.services.file_transfer import FileTransfer
    from coreapp.services.goals import Goals
    from coreapp.services.log_editing import LogEditing
    from coreapp.services.marks import Marks
    from coreapp.services.next_morning import NextMorning
    from coreapp.services.next_time import NextTime
    from coreapp.services.pain_notes import PainNotes
    from coreapp.services.playing import Playing
    from coreapp.services.progress.page import Progress
    from coreapp.services.report_reading import ReportReader
    from coreapp.services.shoe_rack import ShoeRack
    from coreapp.services.training import TrainingLog
    from coreapp.services.training_picture import PictureReader
    from coreapp.services.transfer import Transfer


class Records(Plans, ABC):
    """A world with a log and a plan; `Services` adds the library that they are about."""

    @property
    @abstractmethod
    def own_exercises(self) -> Documents:
        """The exercises of one's own, as documents."""

    @property
    @abstractmethod
    def own_routines(self) -> Documents:
        """The routines of one's own, as documents."""

    @property
    @abstractmethod
    def pictures(self) -> Pictures:
        """The pictures of one's own exercises."""

    @property
    @abstractmethod
    def marks(self) -> "Marks":
        """What is liked, hidden, or not for today."""

    @cached_property
    def playing(self) -> "Playing":
        """Guided sessions."""
        from coreapp.services.playing import Playing  # noqa: PLC0415  late on purpose

        return Playing(self.library, self.database, self.clock, self.new_id)

    @cached_property
    def training(self) -> "TrainingLog":
        """The log."""
        from coreapp.services.training import TrainingLog  # noqa: PLC0415  late on purpose

        return TrainingLog(self.database, self.clock)

    @cached_property
    def log_editing(self) -> "LogEditing":
        """Entering past sessions, and putting right what the log says of one."""
        from coreapp.services.log_editing import LogEditing  # noqa: PLC0415  late on purpose

        return LogEditing(self.library, self.planning, self.database, self.clock, self.new_id)

    @cached_property
    def day_log(self) -> "DayLog":
        """What is written down of days."""
        from coreapp.services.day_log import DayLog  # noqa: PLC0415  late on purpose

        return DayLog(self.database, self.clock)

    @cached_property
    def activity_log(self) -> "ActivityLog":
        """Runs, walks and sports that were entered by hand."""
        from coreapp.services.activity_log import ActivityLog  # noqa: PLC0415  late on purpose

        return ActivityLog(self.database, self.clock, self.new_id)

    @cached_property
    def shoe_rack(self) -> "ShoeRack":
        """Pairs of shoes."""
        from coreapp.services.shoe_rack import ShoeRack  # noqa: PLC0415  late on purpose

        return ShoeRack(self.database, self.clock, self.new_id)

    @cached_property
    def pain_notes(self) -> "PainNotes":
        """Where it hurt and what helped, with its day."""
        from coreapp.services.pain_notes import PainNotes  # noqa: PLC0415  late on purpose

        return PainNotes(self.day_log)

    @cached_property
    def day_questions(self) -> "DayQuestions":
        """The questions about sleep and stress."""
        from coreapp.services.day_questions import DayQuestions  # noqa: PLC0415  late on purpose

        return DayQuestions(self.day_log, JsonFile(self.paths.day_questions), self.settings)

    @cached_property
    def reports(self) -> "ReportReader":
        """Reports of some weeks, to be given away."""
        from coreapp.services.report_reading import ReportReader  # noqa: PLC0415  late on purpose

        return ReportReader(self.database, self.clock, self.settings)

    @cached_property
    def goals(self) -> "Goals":
        """The goal of the week."""
        from coreapp.services.goals import Goals  # noqa: PLC0415  late on purpose

        return Goals(self.picture_reader, JsonFile(self.paths.goals), self.settings)

    @cached_property
    def next_time(self) -> "NextTime":
        """What changes after a session."""
        from coreapp.services.next_time import NextTime  # noqa: PLC0415  late on purpose

        return NextTime(self.library, self.database, self._programme_shelf)

    @cached_property
    def dose_taking(self) -> "DoseTaking":
        """The doses that were taken over for the next time."""
        from coreapp.services.dose_taking import DoseTaking  # noqa: PLC0415  late on purpose

        return DoseTaking(JsonFile(self.paths.doses))

    def _fit_doses(self, routine: "Routine") -> "Routine":
        # Most people have none; who has none pays nothing at the start.
        return self.dose_taking.fit(routine) if self.paths.doses.exists() else routine

    @cached_property
    def next_morning(self) -> "NextMorning":
        """The question about pain on the day after."""
        from coreapp.services.next_morning import NextMorning  # noqa: PLC0415  late on purpose

        return NextMorning(self.training, self.clock, JsonFile(self.paths.questions))

    @cached_property
    def advice(self) -> "Advice":
        """What the rules of training say of the log."""
        from coreapp.services.advice import Advice  # noqa: PLC0415  late on purpose

        return Advice(self.picture_reader, JsonFile(self.paths.advice))

    @cached_property
    def picture_reader(self) -> "PictureReader":
        """What the rules of training look at."""
        from coreapp.services.training_picture import (  # noqa: PLC0415  late on purpose
            PictureReader,
        )

        return PictureReader(self.database, self.clock, self.settings)

    @cached_property
    def progress(self) -> "Progress":
        """Figures of what was done, in charts and tables."""
        from coreapp.services.progress.page import Progress  # noqa: PLC0415  late on purpose
        from coreapp.services.progress.planned import PlannedMinutes  # noqa: PLC0415
        from coreapp.services.progress.reading import ProgressReader  # noqa: PLC0415

        reader = ProgressReader(
            self.database,
            self.clock,
            self.settings,
            self.adherence.between,
            PlannedMinutes(self.planning, self.library, self.clock).of_week,
        )
        return Progress(reader, self.library)

    @cached_property
    def transfer(self) -> "Transfer":
        """Export and import."""
        from coreapp.services.own_transfer import Chosen, OwnThings  # noqa: PLC0415  see above
        from coreapp.services.transfer import Transfer  # noqa: PLC0415

        return Transfer(
            self.database,
            OwnThings(
                self.library,
                self.own_exercises,
                self.own_routines,
                self.pictures,
                Chosen(self.marks, self.dose_taking, self._programme_shelf),
            ),
        )

    @cached_property
    def file_transfer(self) -> "FileTransfer":
        """Export into files and import from them."""
        from coreapp.interchange.formats import DataFolder  # noqa: PLC0415  late on purpose
        from coreapp.services.file_transfer import FileTransfer  # noqa: PLC0415

        return FileTransfer(self.transfer, DataFolder())
