"""Work off the GUI thread: one worker, and the result back on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from coreapp.domain.errors import CoreappError


@dataclass(frozen=True, slots=True)
class Job:
    """What to do, and whom to tell.

    Attributes:
        do: runs on the worker; must not touch widgets.
        done: gets the result, on the GUI thread.
        failed: gets an expected failure, on the GUI thread; bugs reach the crash dialog.
    """

    do: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[CoreappError], None]


class _Finished(QObject):
    """Carries the result over to the GUI thread."""

    delivered = Signal(object, object)


def _carry_out(job: Job, finished: _Finished) -> None:
    try:
        result, error = job.do(), None
    except Exception as raised:  # noqa: BLE001  raised again on the GUI thread
        result, error = None, raised
    finished.delivered.emit(result, error)


class Background(QObject):
    """Runs jobs one after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pending: dict[_Finished, Job] = {}

    def run(self, job: Job) -> None:
        """Begin a job."""
        finished = _Finished(self)
        finished.delivered.connect(self._deliver)
        self._pending[finished] = job
        # Not a `QRunnable` of ours: the worker may be done with it, and free it, while it is still
        # being handed over (PySide6 6.11). Its job was never let go of then, one time in ten, and
        # once in some hundred thousand jobs the process died.
        self._pool.start(partial(_carry_out, job, finished))

    def wait(self) -> None:
        """Wait until all jobs are done, before the program ends."""
        self._pool.waitForDone()

    def _deliver(self, result: object, error: Exception | None) -> None:
        finished = self.sender()
        if not isinstance(finished, _Finished):
            return
        job = self._pending.pop(finished)
        finished.deleteLater()
        if error is None:
            job.done(result)
        elif isinstance(error, CoreappError):
            job.failed(error)
        else:
            raise error
