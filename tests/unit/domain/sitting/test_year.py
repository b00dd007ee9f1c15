"""The engine is cheap: its cost is that of what happens, not of the time that passes."""

from coreapp.domain.sitting.facts import FactKind
from tests.benchmarks.year_of_days import simulate_year


def test_a_month_of_days_is_simulated_in_no_time():
    took, day = simulate_year(days=30)
    assert took < 2
    assert sum(each.kind is FactKind.PROMPT for each in day.events) > 100
    assert day.totals.due > 100
