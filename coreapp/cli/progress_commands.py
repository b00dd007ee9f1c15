"""`progress`: the charts of the page as text."""

from argparse import Namespace

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.progress.time_range import TimeRange
from coreapp.services.charts import Panel, PanelKey, Table

RANGES = tuple(each.value for each in TimeRange)
PANELS = tuple(each.value for each in PanelKey)


def progress(services: Services, command: Namespace) -> None:
    """Show every chart: its figure, its sentence and its table."""
    page = services.progress.page(TimeRange(command.range))
    panels = [each for each in page.panels if command.panel in {None, each.key.value}]
    if command.json:
        print_json(
            {
                "range": command.range,
                "news": page.news,
                "panels": [panel_document(each) for each in panels],
            }
        )
        return
    print(page.news)
    for each in panels:
        print()
        _print_panel(each)


def panel_document(panel: Panel) -> dict[str, object]:
    """Return a chart for programs: what is shown, as text, and its table."""
    table = panel.table()
    return {
        "panel": panel.key.value,
        "title": panel.title,
        "number": panel.number,
        "unit": panel.unit,
        "sentence": panel.sentence,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
    }


def _print_panel(panel: Panel) -> None:
    print(" ".join(each for each in (f"{panel.title}:", panel.number, panel.unit) if each))
    print(panel.sentence)
    for line in _lines(panel.table()):
        print(f"  {line}")


def _lines(table: Table) -> list[str]:
    """Return a table in columns: texts to the left, figures to the right."""
    if not table.rows:
        return []
    columns = list(zip(table.header, *table.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (table.header, *table.rows)
    ]
