"""`export` and `import`."""

from argparse import Namespace

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.cli.report_command import REPORT_ENDING, refuse_days, write_report
from coreapp.cli.running import tell_changed
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.services.changes import Change
from coreapp.services.merging import Tally
from coreapp.services.transfer_words import (
    exported_words,
    merged_words,
    preview_lines,
    preview_title,
)


def export(services: Services, command: Namespace) -> None:
    """Write everything into a file, as far as its format takes it; a PDF is a report.

    Raises:
        InvalidValueError: there is no format with that ending, or days are given for what is not a
            report.
    """
    ending, transfer = command.file.suffix.lower(), services.file_transfer
    if ending == REPORT_ENDING:
        write_report(services, command)
        return
    if ending not in transfer.endings:
        raise InvalidValueError(
            "file",
            command.file.name,
            marked("Give a file whose name ends in one of these: {endings}."),
            endings=", ".join((*transfer.endings, REPORT_ENDING)),
        )
    refuse_days(command)
    counts = transfer.export(command.file, with_presence=command.with_presence)
    if command.json:
        print_json({"file": str(command.file)} | {each.value: counts[each] for each in counts})
    else:
        print(exported_words(counts, str(command.file)))


def bring_in(services: Services, command: Namespace) -> None:
    """Merge a file into what is here, or tell what that would change."""
    arrival = services.file_transfer.look_into(command.file)
    if command.dry_run:
        preview = arrival.preview
        if command.json:
            kinds = {kind.value: _counts(tally) for kind, tally in preview.tallies.items()}
            print_json({**_counts(preview.total), "kinds": kinds})
        else:
            print("\n".join([preview_title(preview), *preview_lines(preview)]))
        return
    total = services.file_transfer.take_in(arrival).total
    tell_changed(services, Change.LOG, Change.PLAN, Change.BREAKS, Change.LIBRARY)
    if command.json:
        print_json(_counts(total))
    else:
        print(merged_words(total))


def _counts(tally: Tally) -> dict[str, int]:
    return {"added": tally.added, "changed": tally.changed, "same": tally.same}
