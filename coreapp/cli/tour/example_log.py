"""Twelve weeks of somebody's log, so that the pictures of Progress have something to show."""

from coreapp.bootstrap import Services
from coreapp.services.example_log import ExampleMaker


def write_example_log(services: Services) -> int:
    """Put what was done in the weeks before today into the log; return how many sessions.

    Raises:
        CoreappError: it cannot be written.
    """
    clock = services.clock
    maker = ExampleMaker(services.library, services.new_id, clock.reading().utc, clock.zone())
    log = maker.make(services.settings().breaks)
    with services.database.work() as work:
        log.store(work)
    return len(log.sessions)
