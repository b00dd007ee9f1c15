"""What is painted where: heights follow values, gaps stay gaps, words have room."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from coreapp.services.charts import Bars, Chart, HeatMap, Level, Lines, Pair, Pairs, Series, Tone
from coreapp.ui.charts.drawing import Drawing
from coreapp.ui.charts.kinds import drawing_of
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.theme.tokens import Tokens
from tests.fakes.progress_pages import MINUTES, bars, full_page, heat_map, lines, pairs
from tests.fakes.shipped import shipped_theme
from tests.ui.charts.conftest import BOX

Paint = Callable[[Chart], tuple[Drawing, QImage]]

CHARTS = [each.chart for each in full_page().panels if each.chart is not None]
HOLD = (14.0, None, 16.0, 16.0, None, None, 20.0, 20.0, 22.0, 22.0, 24.0, None)


def colour_at(image: QImage, spot: QPointF) -> QColor:
    return image.pixelColor(round(spot.x()), round(spot.y()))


def count_of(image: QImage, colour: QColor, room: QRectF) -> int:
    """Return how many pixels of a part of the picture have exactly this colour."""
    box = room.toAlignedRect().intersected(image.rect())
    part = image.copy(box).convertToFormat(QImage.Format.Format_ARGB32)
    return memoryview(part.constBits()).cast("I").tolist().count(colour.rgba())


def longest_run(image: QImage, colour: QColor, room: QRectF) -> int:
    """Return how many pixels beside each other have this colour, at most."""
    box, longest = room.toAlignedRect(), 0
    for y in range(box.top(), box.bottom() + 1):
        run = 0
        for x in range(box.left(), box.right() + 1):
            run = run + 1 if image.pixelColor(x, y) == colour else 0
            longest = max(longest, run)
    return longest


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("width", [170.0, 420.0, 1080.0])
def test_every_value_lies_in_the_chart_and_is_found_again(
    look: ChartLook, chart: Chart, width: float
) -> None:
    drawing = drawing_of(chart)
    box = QRectF(8, 5, width, drawing.height(look, width))

    for index in range(drawing.count()):
        place = drawing.place(box, look, index)
        assert box.adjusted(-1, -1, 1, 1).contains(place), index
        assert drawing.index_at(box, look, place.center()) == index
        assert drawing.tell(index)
    assert 0 <= drawing.first() < drawing.count()


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_is_painted_outside_its_box(look: ChartLook, paint: Paint, chart: Chart) -> None:
    high = drawing_of(chart).height(look, BOX.width())
    _drawing, image = paint(chart)

    if high <= BOX.height():
        return
    edge = QRectF(BOX.left(), BOX.bottom() - 1, BOX.width(), 1)
    assert count_of(image, look.tokens.card, edge) > 0


@given(values=st.lists(st.floats(0, 500).map(lambda v: round(v, 1)), min_size=1, max_size=130))
def test_bars_are_as_high_as_their_values(qapp: object, values: list[float]) -> None:
    theme = shipped_theme()
    look = ChartLook(theme.tokens, theme.fonts)
    chart = Bars((Series("a", Tone.CORE, tuple(values)),), ("",) * len(values), None, "", str)
    drawing = drawing_of(chart)
    places = [drawing.place(BOX, look, index) for index in range(len(values))]

    most = max(values)
    for value, place in zip(values, places, strict=True):
        share = value / most if most else 0.0
        highest = max(each.height() for each in places)
        assert place.height() == pytest.approx(max(2.0, share * highest), abs=0.01)
        assert place.bottom() == pytest.approx(places[0].bottom())


def test_only_the_core_is_ember_and_the_present_week_is_darker(
    look: ChartLook, paint: Paint
) -> None:
    drawing, image = paint(bars())

    past, now = drawing.place(BOX, look, 10), drawing.place(BOX, look, 11)
    assert colour_at(image, past.center()) == look.tokens.heat3
    assert colour_at(image, now.center()) == look.tokens.accent
    for tone in set(Tone) - {Tone.CORE}:
        drawing, image = paint(lines(Series("x", tone, MINUTES)))
        for ember in (look.tokens.accent, look.tokens.heat3, look.tokens.accent_soft):
            assert count_of(image, ember, BOX) == 0, tone


def test_series_stand_on_each_other(look: ChartLook, paint: Paint) -> None:
    strength = Series("Strength", Tone.STRENGTH, tuple(each / 2 for each in MINUTES))
    drawing, image = paint(bars(strength))

    whole = drawing.place(BOX, look, 9)
    lower = QPointF(whole.center().x(), whole.bottom() - whole.height() / 3)
    upper = QPointF(whole.center().x(), whole.top() + whole.height() / 6)
    assert colour_at(image, lower) == look.tokens.heat3
    assert colour_at(image, upper) == look.tokens.ink3


def test_a_week_of_nothing_is_still_a_week(look: ChartLook, paint: Paint) -> None:
    chart = replace(bars(), series=(Series("Core", Tone.CORE, (0.0, None) * 6),))
    drawing, image = paint(chart)

    foot = drawing.place(BOX, look, 3)
    assert foot.height() >= 1
    assert count_of(image, look.tokens.border, foot) > 0


@pytest.mark.parametrize("value", [3.0, 35.0, 150.0])
def test_the_words_of_a_level_have_room(look: ChartLook, paint: Paint, value: float) -> None:
    drawing, image = paint(bars(level=Level(value, "planned")))

    ink = count_of(image, look.tokens.ink, BOX)
    assert ink > 20
    top_row = QRectF(0, 0, BOX.width(), 1)
    assert count_of(image, look.tokens.ink, top_row) == 0
    assert drawing.place(BOX, look, 10).top() > 0


def test_no_line_of_the_grid_runs_through_the_words_of_a_level(
    look: ChartLook, paint: Paint
) -> None:
    chart = bars(level=Level(57.0, "planned"))
    drawing, image = paint(replace(chart, series=(Series("Core", Tone.CORE, (57.0,) * 12),)))

    level, width = drawing.place(BOX, look, 11).top(), look.width_of("planned")
    above = QRectF(BOX.left(), level - look.line_height, BOX.width(), look.line_height - 2)
    words = above.adjusted(BOX.width() - width, 0, 0, 0)
    assert longest_run(image, look.tokens.line, above) > 250
    assert longest_run(image, look.tokens.line, words) == 0


def test_a_gap_is_not_drawn_as_zero(look: ChartLook, paint: Paint) -> None:
    drawing, image = paint(lines(Series("Hold", Tone.CORE, HOLD)))
    gap = drawing.place(BOX, look, 4)

    assert count_of(image, look.tokens.accent, gap.adjusted(4, 0, -4, 0)) == 0
    lone = drawing.place(BOX, look, 0).center()
    assert colour_at(image, lone) == look.tokens.accent
    assert drawing.first() == 10


def test_lines_with_scales_of_their_own_stand_beneath_each_other(look: ChartLook) -> None:
    chart = next(each.chart for each in full_page().panels if each.key == "recovery")
    drawing = drawing_of(chart)
    box = QRectF(0, 0, 400, drawing.height(look, 400))

    assert drawing.place(box, look, 3).height() > 3 * 40
    assert drawing.index_at(box, look, QPointF(box.right(), 5)) == drawing.count() - 1


def test_a_band_has_an_edge_as_well_as_a_ground(look: ChartLook, paint: Paint) -> None:
    km = (9.0, 10.0, None, 11.0, None, 12.0, *(12.0,) * 6)
    band = tuple(None if each is None else (each - 1, each + 1) for each in km)
    _drawing, image = paint(lines(Series("Runs", Tone.RUNS, km), band=band))

    assert count_of(image, look.tokens.done_soft, BOX) > 100
    # A line between two rows of pixels is half as strong in both.
    pixels = memoryview(image.constBits()).cast("I").tolist()
    strong = [each for each in pixels if (each >> 8 & 255) - (each >> 16 & 255) > 24]
    assert len(strong) > 60


def test_two_lines_on_one_scale_differ_by_more_than_colour(look: ChartLook, paint: Paint) -> None:
    first = Series("a", Tone.SITTING, (30.0,) * 12)
    second = Series("b", Tone.SITTING, (10.0,) * 12)
    drawing, image = paint(lines(first, second))
    level = drawing.place(BOX, look, 0).center().y()

    assert longest_run(image, look.tokens.rest, QRectF(60, level - 3, 300, 6)) > 250
    assert 0 < longest_run(image, look.tokens.rest, QRectF(60, level + 8, 300, 180)) < 20


def test_the_year_has_a_ring_around_today_and_darker_cells(look: ChartLook, paint: Paint) -> None:
    chart = heat_map()
    drawing, image = paint(chart)

    for level in range(5):
        cells = [i for i, each in enumerate(chart.cells) if each.level == level and i != chart.now]
        spot = drawing.place(BOX, look, cells[0]).center()
        expected = look.tokens.colour(f"heat{level}")
        assert colour_at(image, spot) == expected
    around = drawing.place(BOX, look, chart.now or 0).adjusted(-3, -3, 3, 3)
    assert count_of(image, look.tokens.ink, around) > 4


def test_arrows_go_from_day_to_day_as_the_cells_lie() -> None:
    drawing = drawing_of(heat_map())

    assert drawing.neighbour(10, Qt.Key.Key_Left) == 3
    assert drawing.neighbour(10, Qt.Key.Key_Right) == 17
    assert drawing.neighbour(10, Qt.Key.Key_Up) == 9
    assert drawing.neighbour(10, Qt.Key.Key_Down) == 11
    assert drawing.neighbour(3, Qt.Key.Key_Left) == 3
    assert drawing.neighbour(drawing.count() - 1, Qt.Key.Key_Right) == drawing.count() - 1
    assert drawing.neighbour(3, Qt.Key.Key_Tab) is None


def test_between_cells_and_beside_them_there_is_no_day(look: ChartLook) -> None:
    drawing = drawing_of(heat_map())

    assert drawing.index_at(BOX, look, QPointF(1, 1)) == -1
    assert drawing.index_at(BOX, look, BOX.bottomRight()) == -1


@pytest.mark.parametrize("weeks", [1, 2, 12, 53])
def test_few_weeks_do_not_make_giant_cells(look: ChartLook, weeks: int) -> None:
    drawing = drawing_of(heat_map(weeks))

    assert drawing.height(look, 1000) < 260


def test_left_and_right_meet_in_the_middle_and_the_shorter_one_is_shorter(
    look: ChartLook, paint: Paint
) -> None:
    drawing, image = paint(pairs())

    place = drawing.place(BOX, look, 0)
    middle = BOX.center().x()
    assert middle - place.left() == pytest.approx((place.right() - middle) * 22 / 24)
    y = place.center().y()
    assert colour_at(image, QPointF(place.left() + 12, y)) == look.tokens.rest
    assert colour_at(image, QPointF(place.left() - 8, y)) == look.tokens.track
    even = drawing.place(BOX, look, 2)
    assert even.width() == pytest.approx(BOX.width())


def test_one_side_alone_is_drawn_alone(look: ChartLook, paint: Paint) -> None:
    rows = (Pair("a", 0, 9, "", "9 s"), Pair("b", 8, 0, "8 s", ""), Pair("c", 0, 0, "", ""))
    drawing, image = paint(Pairs(rows, str))

    place = drawing.place(BOX, look, 0)
    assert place.left() == pytest.approx(BOX.center().x())
    assert colour_at(image, QPointF(60, place.center().y())) == look.tokens.track
    assert drawing.neighbour(0, Qt.Key.Key_Down) == 1
    assert drawing.neighbour(2, Qt.Key.Key_Down) == 2
    assert drawing.index_at(BOX, look, QPointF(5, 239)) == -1


def test_what_is_empty_is_drawn_without_a_fault(paint: Paint) -> None:
    for chart in (
        Bars((Series("a", Tone.CORE, ()),), (), None, "", str),
        Lines((Series("a", Tone.CORE, ()),), (), "", str),
        Lines((Series("a", Tone.CORE, (None,) * 3),), ("", "", ""), "", str),
        Pairs((), str),
        HeatMap(7, 0, (), (), (), None, "less", "more", str),
    ):
        drawing, _image = paint(chart)
        assert drawing.count() >= 0


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_colours_of_values_are_seen_on_the_card(name: str) -> None:
    from coreapp.ui.theme.contrast import contrast_ratio

    tokens = tokens_of(name)
    for colour in ("accent", "heat3", "ink3", "rest", "done", "ink"):
        assert contrast_ratio(tokens.colour(colour), tokens.card) >= 3, colour


def tokens_of(name: str) -> Tokens:
    from pathlib import Path

    from coreapp.ui.theme.tokens import load_tokens

    return load_tokens(Path(__file__).parents[3] / "assets" / "themes", name)


def test_few_pairs_take_the_room_of_many(look: ChartLook) -> None:
    drawing = drawing_of(Pairs((Pair("Side plank", 20, 24, "20 s", "24 s"),), str))
    low, high = QRectF(0, 0, 300, drawing.height(look, 300)), QRectF(0, 0, 300, 400)

    assert drawing.place(high, look, 0).height() > drawing.place(low, look, 0).height()
    assert drawing.place(high, look, 0).bottom() < 100
    assert drawing.index_at(high, look, drawing.place(high, look, 0).center()) == 0
