"""Where the panels of Progress stand when some of them have nothing to show."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from coreapp.services.charts import PanelKey
from coreapp.ui.pages.progress.panel_rows import Row, share_out

HEAT, MINUTES, SIDES, SITTING, RUNNING = list(PanelKey)[:5]
PLAN: Sequence[Row] = (((HEAT, 1),), ((MINUTES, 2), (SIDES, 1)), ((SITTING, 1), (RUNNING, 1)))


def keys(rows: Sequence[Row]) -> list[list[PanelKey]]:
    return [[key for key, _share in row] for row in rows]


def test_full_panels_stand_as_planned() -> None:
    assert share_out(PLAN, set()) is PLAN


def test_panels_without_figures_stand_together_at_the_foot() -> None:
    rows = share_out(PLAN, {SIDES, SITTING})
    assert keys(rows) == [[HEAT], [MINUTES, RUNNING], [SIDES, SITTING]]


def test_no_row_is_left_empty() -> None:
    assert keys(share_out(PLAN, {HEAT, MINUTES, SIDES, SITTING})) == [
        [RUNNING],
        [HEAT, MINUTES],
        [SIDES, SITTING],
    ]


@given(st.sets(st.sampled_from([HEAT, MINUTES, SIDES, SITTING, RUNNING])))
def test_every_panel_stands_somewhere_once(bare: set[PanelKey]) -> None:
    rows = keys(share_out(PLAN, bare))
    found = [key for row in rows for key in row]
    assert sorted(found) == sorted([HEAT, MINUTES, SIDES, SITTING, RUNNING])
    assert all(1 <= len(row) <= 2 for row in rows)
