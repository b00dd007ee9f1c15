"""`export FILE.pdf`: the report of some weeks, to be given away."""

import os
from argparse import Namespace
from datetime import timedelta
from typing import Final

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import parse_date
from coreapp.i18n import _
from coreapp.services.report import ReportPart
from coreapp.services.report_words import period_line

USUAL_WEEKS: Final = 4
REPORT_ENDING: Final = ".pdf"


def refuse_days(command: Namespace) -> None:
    """Say that days belong to a report alone: an export is always of everything.

    Raises:
        InvalidValueError: days are given.
    """
    for name, day in (("--from", command.first), ("--to", command.last)):
        if day:
            raise InvalidValueError(
                name,
                day,
                marked("Only a report (.pdf) is of some days; an export holds everything."),
            )


def write_report(services: Services, command: Namespace) -> None:
    """Write the report; without dates, of the last four weeks.

    Notes stay out: they are one's own words, and nobody is asked here.

    Raises:
        InvalidValueError: a date is none, or they are in the wrong order or over a year apart.
        FileUnreadableError: the file cannot be written.
        DiskFullError: there is no room.
    """
    reports = services.reports
    last = parse_date("--to", command.last) if command.last else reports.today
    usual = last - timedelta(weeks=USUAL_WEEKS, days=-1)
    first = parse_date("--from", command.first) if command.first else usual
    report = reports.read(first, last)
    # Before Qt is imported: paper needs no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  only pictures and paper need Qt

    from coreapp.app import make_application  # noqa: PLC0415
    from coreapp.ui.printing.ink import Ink  # noqa: PLC0415
    from coreapp.ui.printing.output import save_sheet, usual_paper  # noqa: PLC0415
    from coreapp.ui.printing.report_sheet import report_sheet  # noqa: PLC0415
    from coreapp.ui.theme.fonts import Fonts  # noqa: PLC0415
    from coreapp.ui.theme.tokens import LIGHT, load_tokens  # noqa: PLC0415

    app = make_application()
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    ink = Ink(load_tokens(services.paths.assets / "themes", LIGHT), Fonts(family))
    sheet = report_sheet(report, ink, frozenset(ReportPart) - {ReportPart.NOTES})
    save_sheet(command.file, sheet, ink, usual_paper())
    del app
    if command.json:
        days = {"from": report.first.isoformat(), "to": report.last.isoformat()}
        print_json({"file": str(command.file), **days, "lines": len(report.lines)})
    else:
        print(
            _("{file}: a report, {period}.").format(file=command.file, period=period_line(report))
        )
