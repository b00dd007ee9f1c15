"""Left and right in words."""

from datetime import date
from typing import Final

from coreapp.domain.exercise import Side
from coreapp.domain.progress.sides import Balance, BalanceChange
from coreapp.domain.progress.time_range import WEEK
from coreapp.i18n import (
    _,
    format_number,
    format_percent,
    pgettext,
)
from coreapp.services.charts import Pair, Pairs, Panel, PanelKey, Table
from coreapp.services.progress.doses import Naming, measured
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import (
    NOTHING,
    month_name,
)

MOST_PAIRS: Final = 4
"""So many exercises are drawn; the table has all."""


def balance_panel(figures: ProgressFigures, name: Naming) -> Panel:
    """Return left and right of the exercises that have both."""
    title, changes = _("Left and right"), figures.balance
    aside = _("last 4 weeks")

    def called(balance: Balance) -> str:
        return name(balance.exercise, balance.name)

    def table() -> Table:
        head = (
            pgettext("table", "Exercise"),
            pgettext("table", "Left"),
            pgettext("table", "Right"),
            pgettext("table", "Difference"),
            pgettext("table", "Before"),
        )
        rows = (
            (
                called(each.now),
                measured(each.now.left, in_reps=each.now.in_reps),
                measured(each.now.right, in_reps=each.now.in_reps),
                format_percent(each.now.percent / 100),
                NOTHING if each.before is None else format_percent(each.before.percent / 100),
            )
            for each in changes
        )
        return Table(head, tuple(rows))

    if not changes:
        sentence = _("Exercises that are done on both sides are compared here.")
        return empty_panel(PanelKey.BALANCE, title, sentence)
    drawn = changes[:MOST_PAIRS]
    told = max(drawn, key=lambda each: each.now.percent)
    sentence = _balance_sentence(told, called(told.now), figures.today)
    return Panel(
        key=PanelKey.BALANCE,
        title=title,
        number=format_number(told.now.percent),
        unit=pgettext("unit", "% apart"),
        aside=aside,
        sentence=sentence,
        description=" ".join([sentence, *(_pair_sentence(e.now, called(e.now)) for e in drawn)]),
        chart=Pairs(
            rows=tuple(_pair(each.now, called(each.now)) for each in drawn),
            tell=lambda index: _pair_sentence(drawn[index].now, called(drawn[index].now)),
        ),
        table=table,
    )


def _pair(balance: Balance, name: str) -> Pair:
    def text(value: float) -> str:
        return measured(round(value), in_reps=balance.in_reps)

    return Pair(name, balance.left, balance.right, text(balance.left), text(balance.right))


def _pair_sentence(balance: Balance, name: str) -> str:
    return _("{exercise}: {left} left, {right} right.").format(
        exercise=name,
        left=measured(round(balance.left), in_reps=balance.in_reps),
        right=measured(round(balance.right), in_reps=balance.in_reps),
    )


def _balance_sentence(change: BalanceChange, name: str, today: date) -> str:
    """Return how far apart the sides are, and how far they were."""
    now, before = change.now, change.before
    if before is None or before.percent == now.percent or (before.is_even and now.is_even):
        return _apart_sentence(now, name)
    then = month_name(today - change.weeks_ago * WEEK, today)
    if now.is_even:
        return _("{exercise}: both sides do about the same. In {month} it was {percent}.").format(
            exercise=name, month=then, percent=format_percent(before.percent / 100)
        )
    text = (
        _("{exercise}: the left side does {percent} less. In {month} it was {before}.")
        if now.short_side is Side.LEFT
        else _("{exercise}: the right side does {percent} less. In {month} it was {before}.")
    )
    return text.format(
        exercise=name,
        percent=format_percent(now.percent / 100),
        month=then,
        before=format_percent(before.percent / 100),
    )


def _apart_sentence(now: Balance, name: str) -> str:
    if now.is_even:
        return _("{exercise}: both sides do about the same.").format(exercise=name)
    text = (
        _("{exercise}: the left side does {percent} less.")
        if now.short_side is Side.LEFT
        else _("{exercise}: the right side does {percent} less.")
    )
    return text.format(exercise=name, percent=format_percent(now.percent / 100))
