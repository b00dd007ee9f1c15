"""A panel of Progress by itself: exercises stand with their figures."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coreapp.services.charts import PanelKey
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.pages.progress.chart_panel import ChartPanel
from tests.fakes.progress_pages import full_page
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.ui.pages.desk import settle


@pytest.fixture
def card(qtbot: QtBot) -> Callable[[PanelKey], ChartPanel]:
    def make(key: PanelKey) -> ChartPanel:
        made = ChartPanel(shipped_theme(), shipped_art(), full_page().panel(key))
        qtbot.addWidget(made)
        return made

    return make


def figures_of(card: ChartPanel) -> list[str]:
    found = card.findChildren(Thumbnail)
    return [each._shot.exercise for each in found if not each.isHidden()]


def test_what_one_is_best_at_stands_with_its_figure(card) -> None:
    bests = card(PanelKey.BESTS)
    bests.show()

    texts = [each.text() for each in bests.findChildren(QLabel) if each.isVisible()]
    assert texts[-6:-3] == ["Side plank", "since Nov 16", "24 s"]
    assert texts[-3:] == ["Bird dog", "since Nov 9", "12 reps"]
    assert figures_of(bests) == ["side-plank", "bird-dog"]
    assert bests._sentence.isHidden()


def test_the_figure_goes_with_the_exercise(card) -> None:
    of_one = card(PanelKey.EXERCISE)
    of_one.show()
    assert figures_of(of_one) == ["side-plank"]

    of_one.show_panel(replace(of_one.panel, exercise="bird-dog"))
    settle()
    assert figures_of(of_one) == ["bird-dog"]

    of_one.show_panel(replace(of_one.panel, exercise=""))
    assert figures_of(of_one) == []


def test_a_panel_with_a_picture_says_its_sentence(card) -> None:
    effort = card(PanelKey.EFFORT)
    effort.show()

    assert figures_of(effort) == []
    assert effort._sentence.isVisible()
