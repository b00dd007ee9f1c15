"""From the first session to its picture in a file: Progress in the whole program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coreapp.services.charts import PanelKey
from coreapp.ui.dialogs.chart_table import ChartTableDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.progress.page import ProgressPage
from coreapp.ui.widgets.empty_state import EmptyState
from tests.e2e.world import World, texts_of

ROUTINE = "desk-1min-micro"


pytestmark = pytest.mark.usefixtures("tray")


def open_progress(world: World) -> ProgressPage:
    page = world.open_page(PageKey.PROGRESS)
    assert isinstance(page, ProgressPage)
    for _turn in range(12):
        page._jobs.wait()
        world.settle()
    return page


def do_a_session(world: World) -> None:
    world.program.obey(["play", ROUTINE])
    player = world.player
    world.play()
    player.after.card.effort.set_value(4)
    world.click(player, player.after.card.save.text())


def test_from_an_empty_log_to_a_session_that_is_seen_read_and_taken_along(
    world: World, tmp_path: Path
) -> None:
    page = open_progress(world)
    empty = page.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    world.click(page, "Choose a routine")
    assert world.program.window.place.page is PageKey.ROUTINES

    do_a_session(world)
    page = open_progress(world)
    assert all(card.isVisible() for card in page.cards.values())
    heat = page.cards[PanelKey.HEAT_MAP].panel
    assert heat.chart is not None
    assert heat.chart.cells[heat.chart.now].level > 0
    # A single day is told as what it is, and everything else says what will fill it.
    shown = texts_of(page)
    assert heat.sentence in shown
    assert not [each for each in shown if "nan" in each.casefold().split()]

    page.cards[PanelKey.HEAT_MAP].table_requested.emit(heat)
    dialog = page.findChild(ChartTableDialog)
    assert dialog is not None
    dialog.copy_requested.emit()
    assert len(QGuiApplication.clipboard().text().splitlines()) == dialog.grid.rowCount() + 1
    dialog.reject()

    page.cards[PanelKey.HEAT_MAP].picture_requested.emit(heat)
    asked = page.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "year.svg"))
    asked.reject()
    assert heat.title in (tmp_path / "year.svg").read_text(encoding="utf-8")
    world.settle()


def test_the_year_is_read_by_keys_alone_and_drawn_in_another_language(world: World) -> None:
    do_a_session(world)
    world.program.show_window()
    window = world.program.window
    window.activateWindow()
    world.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.place.page is PageKey.PROGRESS
    page = open_progress(world)
    chart = page.cards[PanelKey.HEAT_MAP].chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    heat = page.cards[PanelKey.HEAT_MAP].panel
    today = heat.chart.tell(heat.chart.now)
    if chart.hasFocus():
        assert chart.accessibleName() == today
    chart.look_at(heat.chart.now)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleName() == heat.chart.tell(heat.chart.now - 7)

    world.services.preferences.change({"language": "de"})
    world.services.use_language()
    world.program.window.rebuild()
    drawn = open_progress(world)
    assert drawn.isVisible()
    assert drawn.cards[PanelKey.HEAT_MAP].panel.title != heat.title
