"""How hard the last sessions were, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from coreapp.i18n import (
    _,
    format_date,
    ngettext,
    pgettext,
)
from coreapp.services.charts import Lines, Panel, PanelKey, Series, Table, Tone
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import (
    day_name,
    rounded,
    week_day,
)

LAST_EFFORTS: Final = 5
MEANT_EFFORT: Final = (3, 5)
"""The effort that training is meant to have, by the brief's programme; R5 moves up at 4 or less."""


def effort_panel(figures: ProgressFigures) -> Panel:
    """Return how hard the last sessions were."""
    done = figures.efforts
    known = [each.effort for each in done if each.effort is not None]
    last = known[-LAST_EFFORTS:]
    title = ngettext("Effort, last session", "Effort, last {count} sessions", len(last) or 2)
    title = title.format(count=len(last)) if last else _("Effort")

    def table() -> Table:
        rows = ((format_date(each.day), rounded(each.effort or 0)) for each in done)
        return Table((pgettext("table", "Day"), _("Effort, 0 to 10")), tuple(rows))

    if not known:
        sentence = _("Say after a session how hard it was, and it stands here.")
        return empty_panel(PanelKey.EFFORT, title, sentence)
    mean = sum(last) / len(last)
    least, most = MEANT_EFFORT
    if mean > most:
        sentence = _("Harder than {least} to {most}, where training is meant to be.")
    elif mean < least:
        sentence = _("Lighter than {least} to {most}, where training is meant to be.")
    else:
        sentence = _("Where it is meant to be: {least} to {most}.")
    sentence = sentence.format(least=least, most=most)
    return Panel(
        key=PanelKey.EFFORT,
        title=title,
        number=rounded(mean),
        unit=_("of 10"),
        sentence=sentence,
        description=f"{title}: {rounded(mean)} {_('of 10')}. {sentence}",
        chart=Lines(
            series=(Series(pgettext("chart", "Effort"), Tone.PLAIN, tuple(known)),),
            labels=_first_and_last([each.day for each in done]),
            unit=_("of 10"),
            tell=lambda index: _("{day}: effort {figure}").format(
                day=week_day(done[index].day), figure=rounded(known[index])
            ),
            band=tuple((float(least), float(most)) for _each in known),
        ),
        table=table,
    )


def _first_and_last(days: Sequence[date]) -> tuple[str, ...]:
    ends = {0, len(days) - 1}
    return tuple(day_name(day) if at in ends else "" for at, day in enumerate(days))
