"""Workers without threads: one that does everything at once, and one that waits to be asked."""

from collections import deque
from dataclasses import dataclass, field

from coreapp.domain.errors import CoreappError
from coreapp.ui.background import Job


class AtOnce:
    """Does each job when it is given, before anything else goes on."""

    def run(self, job: Job) -> None:
        try:
            result = job.do()
        except CoreappError as error:
            job.failed(error)
            return
        job.done(result)


@dataclass
class Waiting:
    """Keeps jobs until a test lets the next one be done.

    Attributes:
        jobs: what is to be done, the oldest first.
    """

    jobs: deque[Job] = field(default_factory=deque)

    def run(self, job: Job) -> None:
        self.jobs.append(job)

    def do_one(self) -> None:
        AtOnce().run(self.jobs.popleft())

    def do_all(self) -> None:
        while self.jobs:
            self.do_one()
