"""The engine works by what happens, not by the time that passes: a month of days in one go."""

from coreapp.domain.sitting.facts import FactKind
from tests.benchmarks.year_of_days import simulate_year


def test_a_month_of_days_is_simulated_in_one_go():
    _took, day = simulate_year(days=30)
    assert sum(each.kind is FactKind.PROMPT for each in day.events) > 100
    assert day.totals.due > 100
