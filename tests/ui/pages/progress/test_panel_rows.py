"""Where the panels of Progress stand when some of them have nothing to show."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from coreapp.services.charts import PanelKey
from coreapp.ui.pages.progress.panel_rows import Row, columns_of, share_out

PANELS = list(PanelKey)[:6]
HEAT, MINUTES, SIDES, SITTING, RUNNING, RECOVERY = PANELS
PLAN: Sequence[Row] = (
    ((HEAT, 3),),
    ((MINUTES, 2), (SIDES, 1)),
    ((SITTING, 1), (RUNNING, 1), (RECOVERY, 1)),
)


def keys(rows: Sequence[Row]) -> list[list[PanelKey]]:
    return [[key for key, _span in row] for row in rows]


def test_full_panels_stand_as_planned() -> None:
    assert share_out(PLAN, set()) is PLAN


def test_panels_without_figures_stand_together_at_the_foot() -> None:
    rows = share_out(PLAN, {SIDES, SITTING})
    assert keys(rows) == [[HEAT], [MINUTES, RUNNING, RECOVERY], [SIDES, SITTING]]


def test_what_is_left_of_the_columns_is_the_first_panels() -> None:
    rows = share_out(PLAN, {HEAT, SITTING})
    assert rows[:2] == (((MINUTES, 2), (SIDES, 1)), ((RUNNING, 2), (RECOVERY, 1)))


def test_no_row_is_left_empty() -> None:
    assert share_out(PLAN, {HEAT, MINUTES, SIDES, SITTING, RECOVERY}) == (
        ((RUNNING, 3),),
        ((HEAT, 1), (MINUTES, 1), (SIDES, 1)),
        ((SITTING, 1), (RECOVERY, 1)),
    )


@given(st.sets(st.sampled_from(PANELS)))
def test_every_panel_stands_once_and_rows_of_figures_fill_the_columns(bare: set[PanelKey]) -> None:
    rows = share_out(PLAN, bare)
    assert sorted(key for row in keys(rows) for key in row) == sorted(PANELS)
    for row in rows:
        width = sum(span for _key, span in row)
        is_foot = all(key in bare for key, _span in row)
        assert 1 <= width <= columns_of(PLAN) if is_foot else width == columns_of(PLAN)
