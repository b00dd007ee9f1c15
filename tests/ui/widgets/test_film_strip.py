"""The figures of a routine in the room they get."""

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import compile_timeline
from coreapp.ui.widgets.film_cells import film_cells, told_cells
from coreapp.ui.widgets.film_strip import LARGE, USUAL, FilmCell, FilmStrip, StripSize
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme


class Shown:
    """A strip of some cells, as wide as is said."""

    def __init__(self, qtbot: QtBot, count: int, size: StripSize, factor: float = 1.0) -> None:
        theme = shipped_theme()
        theme.set_text_factor(factor)
        self.count = count
        self.strip = FilmStrip(theme, shipped_art(), size=size)
        self.strip.show_cells([FilmCell("plank", str(each)) for each in range(count)], current=-1)
        qtbot.addWidget(self.strip)

    def height_at(self, width: int) -> int:
        return self.strip.heightForWidth(width)

    def end_at(self, width: int) -> int:
        self.strip.resize(width, self.height_at(width))
        return self.strip.cell_rect(self.count - 1).right()


def test_the_twelve_positions_of_a_flow_stand_in_a_narrow_card(qtbot: QtBot) -> None:
    assert Shown(qtbot, 12, USUAL).end_at(476) <= 476


def test_with_large_text_the_figures_of_a_card_are_larger(qtbot: QtBot) -> None:
    usual, large = Shown(qtbot, 4, LARGE), Shown(qtbot, 4, LARGE, factor=2.0)

    assert large.height_at(900) > usual.height_at(900)
    assert large.end_at(900) > usual.end_at(900)


def test_where_cells_are_narrow_no_height_is_left_empty(qtbot: QtBot) -> None:
    few, many = Shown(qtbot, 4, LARGE), Shown(qtbot, 12, LARGE)

    assert many.height_at(700) < few.height_at(700)


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_a_small_strip_is_as_high_as_ever(qtbot: QtBot, factor: float) -> None:
    heights = {Shown(qtbot, count, USUAL, factor).height_at(476) for count in (1, 7, 12)}

    assert heights == {USUAL.height}


def test_a_level_that_looks_different_is_not_told_by_the_positions_of_the_usual_one() -> None:
    library, art = shipped_library(), shipped_art()
    levels = [each.id for each in library.exercise("sun-salutation").levels]
    other = next(each for each in levels if art.has_level("sun-salutation", each))
    routine = Routine("mine", "Mine", (Block((Step("sun-salutation", reps=3, level=other),)),))
    timeline = compile_timeline(routine, {each.id: each for each in library.exercises})

    assert told_cells(timeline, library, art) == film_cells(timeline, library)
