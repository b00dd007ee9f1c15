"""What is remembered of a figure is what reading and solving it anew would give."""

import shutil
from pathlib import Path

import pytest

from coreapp.content.figures import FigureShelf
from coreapp.domain.figure import movement
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.sequence import Figure
from tests.fakes.shipped import ASSETS, shipped_figures
from tests.figures_once import FigureMemory


def shelf(assets: Path = ASSETS) -> FigureShelf:
    return FigureShelf(assets / "exercises", assets / "figures" / "poses.toml")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Content of a test's own, of which nothing is remembered."""
    for folder in ("exercises", "figures"):
        shutil.copytree(ASSETS / folder, tmp_path / folder)
    return tmp_path


def figure_in(assets: Path) -> Figure:
    figure = shelf(assets).load("bird-dog")
    assert figure is not None
    return figure


def test_it_is_in_use() -> None:
    assert shelf().load("bird-dog") is shipped_figures().load("bird-dog")
    for each in (FigureShelf.load, Movement._at, movement._placed_keys):
        assert each.__module__ == "tests.figures_once"


@pytest.mark.parametrize("mirror", [False, True], ids=["as drawn", "mirrored"])
def test_it_moves_as_one_that_is_read_and_solved_anew(copied: Path, *, mirror: bool) -> None:
    kept, anew = figure_in(ASSETS), figure_in(copied)
    assert kept == anew
    assert kept is not anew
    for level in ("", *kept.levels):
        fresh = Movement(anew.sequence(level), mirror=mirror)
        for _ in range(2):
            again = Movement(kept.sequence(level), mirror=mirror)
            for moment in (0.0, 0.3, 0.35, 0.8, 1.0):
                assert again.at(moment) == fresh.at(moment)


def test_what_does_not_ship_is_read_each_time(copied: Path) -> None:
    before = figure_in(copied)
    file = copied / "exercises" / "bird-dog.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("[figure")], encoding="utf-8")

    assert before is not None
    assert shelf(copied).load("bird-dog") is None


def test_a_movement_of_a_test_is_solved_each_time() -> None:
    solved: list[float] = []
    memory = FigureMemory()
    solve = memory.solving(lambda _movement, moment: solved.append(moment))
    moving = Movement(figure_in(ASSETS).normal)

    for _ in range(2):
        solve(moving, 0.5)

    assert solved == [0.5, 0.5]


def test_what_ships_is_solved_once_for_each_moment() -> None:
    solved: list[float] = []
    memory = FigureMemory()
    load = memory.loading(lambda _shelf, _exercise: figure_in(ASSETS))
    solve = memory.solving(lambda _movement, moment: solved.append(moment) or moment)
    moving = Movement(load(shelf(), "bird-dog").normal)

    assert [solve(moving, moment) for moment in (0.5, 0.5, 0.25)] == [0.5, 0.5, 0.25]
    assert solved == [0.5, 0.25]
