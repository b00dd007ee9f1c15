"""The page of Progress: every panel has its figure, its sentence, its picture and its table."""

from coreapp.domain.progress.time_range import TimeRange
from coreapp.services.charts import Bars, HeatMap, Lines, Pairs, PanelKey
from coreapp.services.progress.page import Progress
from tests.each_case import each_case
from tests.fakes.progress import (
    NoReader,
    nothing,
    told,
)
from tests.fakes.shipped import shipped_library


@each_case("chosen", TimeRange)
def test_every_panel_is_whole(chosen):
    page = told(chosen)
    assert sorted(each.key for each in page.panels) == sorted(PanelKey)
    for each in page.panels:
        assert each.title
        assert each.number
        assert each.sentence.endswith(".")
        assert each.description
        table = each.table()
        assert table.rows
        assert all(len(row) == len(table.header) for row in table.rows)
        assert each.is_empty == (each.key is PanelKey.BESTS)


@each_case("chosen", TimeRange)
def test_every_mark_of_every_chart_can_be_told(chosen):
    for each in told(chosen).panels:
        match each.chart:
            case HeatMap(cells=cells) as chart:
                count = len(cells)
                assert all(cell.row < chart.rows and cell.column < chart.columns for cell in cells)
                assert len({(cell.row, cell.column) for cell in cells}) == count
                assert cells[chart.now]
            case Bars(labels=labels, series=series) | Lines(labels=labels, series=series) as chart:
                count = len(labels)
                assert all(len(one.values) == count for one in series)
                assert isinstance(chart, Bars) or len(chart.band) in {0, count}
            case Pairs(rows=rows):
                count = len(rows)
            case _:
                continue
        assert all(each.chart.tell(index) for index in range(count))


def test_an_empty_log_says_what_fills_each_panel():
    page = Progress(NoReader(), shipped_library()).told(nothing())
    assert page.news == "The first session begins the picture"
    assert page.exercises == ()
    for each in page.panels:
        assert each.is_empty
        assert each.number == "–"
        assert each.sentence.endswith(".")
        assert not each.table().rows


def test_exercises_can_be_chosen_by_name():
    (choice,) = told().exercises
    assert (choice.id, choice.name) == ("side-plank", "Side plank")
