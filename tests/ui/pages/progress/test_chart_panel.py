"""A panel of Progress by itself: exercises stand with their figures."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
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


def test_a_long_name_goes_on_in_a_second_line(card) -> None:
    bests = card(PanelKey.BESTS)
    listed = bests.panel.listed[0]
    bests.show_panel(replace(bests.panel, listed=(replace(listed, name="Kneeling stretch"),)))
    bests.resize(210, 600)
    bests.show()
    settle()

    (name,) = [each for each in bests.findChildren(QLabel) if each.text() == "Kneeling stretch"]
    metric = name.fontMetrics()
    assert metric.horizontalAdvance(name.text()) > name.width()
    assert metric.horizontalAdvance("Kneeling") <= name.width()
    assert name.height() >= 2 * metric.height()


@pytest.mark.parametrize("key", list(PanelKey))
def test_what_looks_as_before_is_not_made_anew(card, key: PanelKey) -> None:
    panel = card(key)
    panel.resize(700, 400)
    panel.show()
    settle()
    panel.grab()
    before = panel.findChildren(QWidget), panel.chart._picture.cacheKey()

    panel.hide()
    panel.show_panel(full_page().panel(key))
    panel.show()
    settle()
    panel.grab()

    assert (panel.findChildren(QWidget), panel.chart._picture.cacheKey()) == before


def test_what_has_changed_is_shown(card) -> None:
    sitting = card(PanelKey.SITTING)
    sitting.show()

    sitting.show_panel(replace(sitting.panel, number="61", sentence="Less than ever."))

    shown = [each.text() for each in sitting.findChildren(QLabel) if not each.isHidden()]
    assert {"61", "Less than ever."} <= set(shown)


def test_figures_grow_with_the_text_when_the_panel_is_shown_again(card) -> None:
    of_one = card(PanelKey.EXERCISE)
    theme = of_one._theme
    before = of_one.findChild(Thumbnail).width()

    theme.set_text_factor(2.0)
    of_one.show_panel(of_one.panel)
    settle()

    (after,) = of_one.findChildren(Thumbnail)
    assert after.width() == 2 * before


def test_figures_leave_a_year_of_days_its_room(card) -> None:
    heat = card(PanelKey.HEAT_MAP)
    heat.show()

    for width, is_beside in ((1080, True), (740, False)):
        heat.resize(width, 400)
        settle()
        figures = heat._figures
        left = figures.mapTo(heat, figures.rect().topLeft()).x()
        assert (left > heat.chart.width()) is is_beside, width
