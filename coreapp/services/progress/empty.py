"""A panel that has nothing to draw yet."""

from coreapp.services.charts import Panel, PanelKey, Table
from coreapp.services.progress.time_words import NOTHING


def empty_panel(key: PanelKey, title: str, sentence: str) -> Panel:
    """Return a panel that says what would fill it."""
    return Panel(
        key=key,
        title=title,
        number=NOTHING,
        unit="",
        sentence=sentence,
        description=sentence,
        chart=None,
        table=_no_table,
    )


def _no_table() -> Table:
    return Table((), ())
