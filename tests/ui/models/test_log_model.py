"""The rows of the log as a Qt model."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from coreapp.ui.models.log_model import LogModel, LogRow, RowKind, RowRole

DAY = date(2026, 3, 4)
MARCH = LogRow(RowKind.MONTH, "march", date(2026, 3, 1), "March 2026", "1 session")
CORE = LogRow(RowKind.SESSION, "s1", DAY, "Core", "7:00 PM", head=("Wednesday", "Mar 4"))
RUN = LogRow(RowKind.ACTIVITY, "a1", DAY, "Easy run", figures=(("4", "effort"), ("", "pain")))
FEBRUARY = LogRow(RowKind.MONTH, "february", date(2026, 2, 1), "February 2026")


def shown(*rows: LogRow) -> LogModel:
    model = LogModel()
    model.show_rows(rows)
    return model


def test_qt_finds_nothing_wrong(qtmodeltester: ModelTester) -> None:
    model = shown(MARCH, CORE)
    qtmodeltester.check(model)
    model.add_rows([RUN, FEBRUARY])
    model.replace_rows(1, 1, [RUN, CORE])


def test_each_role_has_its_answer() -> None:
    model = shown(MARCH, CORE, RUN, FEBRUARY)
    march, core, run, february = (model.index(row) for row in range(4))

    assert core.data() == "Core"
    assert core.data(RowRole.ROW) is CORE
    assert core.data(Qt.ItemDataRole.AccessibleTextRole) == "Wednesday Mar 4, Core, 7:00 PM"
    assert run.data(Qt.ItemDataRole.AccessibleTextRole) == "Easy run, effort 4"
    assert [each.data(RowRole.IS_LAST) for each in (march, core, run, february)] == [
        False,
        False,
        True,
        True,
    ]
    assert core.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_the_keyboard_goes_to_rows_and_not_to_headings() -> None:
    model = shown(MARCH, CORE)

    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_rows_are_added_below_and_put_in_the_place_of_others() -> None:
    model = shown(MARCH, CORE)
    model.add_rows([])
    model.add_rows([FEBRUARY])
    assert list(model.rows) == [MARCH, CORE, FEBRUARY]

    model.replace_rows(1, 1, [RUN, CORE])
    assert list(model.rows) == [MARCH, RUN, CORE, FEBRUARY]
    assert model.row_of("s1") == 2
    assert model.row_of("gone") == -1


ROWS = st.lists(st.sampled_from([MARCH, CORE, RUN, FEBRUARY]), max_size=8)


@given(ROWS, ROWS, st.data())
def test_rows_in_the_place_of_others_are_what_was_given(before, after, data) -> None:
    first = data.draw(st.integers(0, len(before)))
    count = data.draw(st.integers(0, len(before) - first))
    model = shown(*before)
    told: list[str] = []
    model.rowsInserted.connect(lambda *_range: told.append("in"))
    model.rowsRemoved.connect(lambda *_range: told.append("out"))
    model.dataChanged.connect(lambda *_range: told.append("other"))

    model.replace_rows(first, count, after)

    assert list(model.rows) == [*before[:first], *after, *before[first + count :]]
    if before[first : first + count] == after:
        assert told == [], "what is the same stays untouched"
