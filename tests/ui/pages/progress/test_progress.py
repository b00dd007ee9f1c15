"""Progress: what is shown, how far back, one's exercise, tables, pictures, nothing yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError, FileUnreadableError
from coreapp.domain.progress.time_range import TimeRange
from coreapp.domain.training_log import BreakSpan
from coreapp.services.changes import Change
from coreapp.services.charts import Pairs, Panel, PanelKey
from coreapp.services.charts import ProgressPage as Shown
from coreapp.ui.dialogs.chart_table import ChartTableDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.progress.chart_panel import ChartPanel
from coreapp.ui.pages.progress.page import AT_ONCE, ProgressPage
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState
from tests.e2e.world import plain_look_after
from tests.fakes.progress_pages import full_page
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_figures, shipped_theme
from tests.ui.walk import problems_in


@dataclass(slots=True)
class FakeProgress:
    """Satisfies `progress.page.Figures`; every list is in the order of the calls."""

    shown: Shown = field(default_factory=full_page)
    asked: list[TimeRange] = field(default_factory=list)
    exercises: list[tuple[str, TimeRange]] = field(default_factory=list)
    error: DatabaseBusyError | None = None

    def first_range(self) -> TimeRange:
        return TimeRange.YEAR

    def page(self, chosen: TimeRange, today_at_desk: Sequence[BreakSpan] | None = None) -> Shown:
        assert today_at_desk == ()
        self.asked.append(chosen)
        if self.error is not None:
            raise self.error
        return self.shown

    def exercise(self, identity: str, chosen: TimeRange) -> Panel:
        self.exercises.append((identity, chosen))
        panel = self.shown.panel(PanelKey.EXERCISE)
        return replace(panel, title=f"Hold of {identity}", exercise=identity)


@dataclass(slots=True)
class Scene:
    """The page with a fake service and a fake program around it."""

    page: ProgressPage
    progress: FakeProgress
    shell: FakeShell
    theme: Theme

    def see(self) -> None:
        self.page.become_seen()
        self.settle()

    def settle(self) -> None:
        """Let what is read on the worker arrive, and all cards be made."""
        for _turn in range(24):
            self.page._jobs.wait()
            QApplication.processEvents()

    def card(self, key: PanelKey) -> ChartPanel:
        return self.page.cards[key]

    def choose(self, value: TimeRange) -> None:
        button = next(
            each
            for each in self.page.findChildren(QPushButton)
            if each.property("kind") == "segment"
            and each.text() == {"12w": "12 weeks", "year": "Year", "all": "All"}[value]
        )
        button.click()
        self.settle()

    def act(self, key: PanelKey, text: str) -> None:
        menu = self.card(key).menu()
        next(each for each in menu.actions() if each.text() == text).trigger()
        menu.deleteLater()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    from coreapp.ui.figure.art import FigureArt

    theme, shell, progress = shipped_theme(), FakeShell(), FakeProgress()
    page = ProgressPage(theme, FigureArt(shipped_figures().find), lambda: progress, tuple, shell)
    qtbot.addWidget(page)
    page.resize(1200, 860)
    page.show()
    yield Scene(page, progress, shell, theme)
    page.become_hidden()


def test_a_log_that_takes_long_has_its_ground_shown_until_the_news_and_every_panel_come(
    qtbot: QtBot, scene: Scene
) -> None:
    assert scene.page._report.isHidden()
    scene.page.become_seen()
    assert scene.page._ground.isHidden()
    assert scene.page._patience.isActive()
    scene.page._patience.timeout.emit()
    assert scene.page._ground.isVisible()

    scene.settle()
    assert scene.page._ground.isHidden()
    assert not scene.page._patience.isActive()
    assert scene.page._head.news == scene.progress.shown.news
    assert list(scene.page.cards) == [each.key for each in scene.progress.shown.panels]
    assert scene.progress.asked == [TimeRange.YEAR]
    for each in scene.progress.shown.panels:
        assert scene.card(each.key).accessibleDescription() == each.description

    with qtbot.waitSignal(scene.page.report_requested):
        scene.page._report.click()


def test_what_lies_beneath_the_window_is_made_after_the_first_paint(scene: Scene) -> None:
    found = (TimeRange.YEAR, full_page())
    scene.page._show(TimeRange.YEAR, found)
    assert not scene.page.cards
    scene.page.become_seen()
    scene.page._show(scene.page._asked, found)
    assert len(scene.page.cards) == AT_ONCE
    scene.page._show(scene.page._asked, found)
    assert len(scene.page.cards) == AT_ONCE
    scene.settle()
    assert len(scene.page.cards) == len(full_page().panels)


def test_cards_take_their_place_also_where_the_log_changes_before_they_have_one(
    scene: Scene,
) -> None:
    scene.page.become_seen()
    while len(scene.page.cards) < len(full_page().panels):
        scene.page._jobs.wait()
        QApplication.processEvents()
    assert not all(card.isVisible() for card in scene.page.cards.values())

    scene.page._show(scene.page._asked, (TimeRange.YEAR, full_page()))
    scene.settle()

    assert len(scene.page.cards) == len(full_page().panels)
    assert all(card.isVisible() for card in scene.page.cards.values())


def test_it_is_read_anew_with_each_visit_each_change_and_each_range(scene: Scene) -> None:
    scene.see()
    before = dict(scene.page.cards)
    scene.page.note(frozenset({Change.BREAKS}))
    scene.settle()
    assert len(scene.progress.asked) == 1
    scene.page.note(frozenset({Change.LOG, Change.BREAKS}))
    scene.settle()
    assert len(scene.progress.asked) == 2
    scene.page.become_hidden()
    scene.see()
    assert scene.progress.asked == [TimeRange.YEAR] * 3

    scene.choose(TimeRange.TWELVE_WEEKS)
    assert scene.progress.asked[3:] == [TimeRange.TWELVE_WEEKS]
    assert scene.page.cards == before, "it is read into the same cards"

    # What comes late does not cover what was chosen since.
    scene.page._asked = TimeRange.YEAR
    late = replace(full_page(), news="All of it.")
    scene.page._show(TimeRange.ALL, (TimeRange.ALL, late))
    assert scene.page._head.news == full_page().news
    panel = replace(full_page().panel(PanelKey.EXERCISE), title="Another")
    scene.page._show_panel_of("bird-dog", TimeRange.YEAR, panel)
    scene.page._show_panel_of("side-plank", TimeRange.ALL, panel)
    assert scene.card(PanelKey.EXERCISE).panel.title == "Side plank"

    scene.progress.error = DatabaseBusyError()
    for count, chosen in enumerate((TimeRange.ALL, TimeRange.TWELVE_WEEKS), start=1):
        scene.choose(chosen)
        assert [type(each) for each in scene.shell.errors] == [DatabaseBusyError] * count


def test_one_exercise_stays_chosen_until_it_is_not_in_the_range(scene: Scene) -> None:
    scene.see()
    scene.page._exercise.setCurrentIndex(2)
    scene.page._exercise.activated.emit(2)
    scene.settle()
    assert scene.progress.exercises == [("bird-dog", TimeRange.YEAR)]
    scene.choose(TimeRange.TWELVE_WEEKS)
    assert scene.page._exercise.currentData() == "bird-dog"
    assert scene.progress.exercises[-1] == ("bird-dog", TimeRange.TWELVE_WEEKS)
    assert scene.card(PanelKey.EXERCISE).panel.title == "Hold of bird-dog"

    scene.progress.shown = replace(full_page(), exercises=full_page().exercises[:1])
    scene.choose(TimeRange.ALL)
    assert scene.page._exercise.currentData() == "side-plank"
    assert scene.page._exercise.isHidden()
    assert scene.card(PanelKey.EXERCISE).panel.title == "Side plank"


def test_each_panel_can_be_read_as_a_table_and_saved_as_a_picture(
    scene: Scene, tmp_path: Path
) -> None:
    scene.see()
    scene.act(PanelKey.MINUTES, "Show as table…")
    dialog = scene.page.findChild(ChartTableDialog)
    assert dialog is not None
    assert dialog.grid.rowCount() == 12
    dialog.copy_requested.emit()
    assert QGuiApplication.clipboard().text().startswith("Week\tMinutes\n37\t22")
    assert scene.shell.told == ["The table is copied."]
    dialog.reject()

    QGuiApplication.clipboard().clear()
    scene.act(PanelKey.SITTING, "Copy table")
    assert QGuiApplication.clipboard().text().endswith("48\t7"), "without opening it"

    scene.act(PanelKey.SITTING, "Save picture…")
    dialog = scene.page.findChild(QFileDialog)
    assert dialog is not None
    for name in ("mine.png", "mine.svg"):
        scene.shell.told.clear()
        dialog.fileSelected.emit(str(tmp_path / name))
        assert scene.shell.told == [f"The picture is saved as {name}."]
        assert (tmp_path / name).stat().st_size > 1000
    assert not scene.shell.errors
    dialog.fileSelected.emit(str(tmp_path / "no" / "a.png"))
    assert isinstance(scene.shell.errors[0], FileUnreadableError)
    dialog.reject()

    menu = scene.card(PanelKey.BESTS).menu()
    offered = [each.text() for each in menu.actions() if each.isVisible()]
    assert offered == ["Show as table…", "Copy table"], "what has no picture offers none"
    menu.deleteLater()


def nothing(panel: Panel) -> Panel:
    from coreapp.services.charts import Table

    return replace(
        panel, chart=None, number="–", unit="", more=None, table=lambda: Table(("Week",), ())
    )


def test_an_empty_log_invites_the_first_session_until_somebody_has_moved(scene: Scene) -> None:
    shown = full_page()

    def fill(*bare: PanelKey) -> None:
        panels = (nothing(each) if each.key in bare else each for each in shown.panels)
        scene.progress.shown = replace(shown, panels=tuple(panels))
        scene.page.note(frozenset({Change.LOG}))
        scene.settle()

    fill(*PanelKey)
    scene.see()
    empty = scene.page.findChild(EmptyState)
    assert empty is not None
    assert scene.page._rows.isHidden()
    empty.action_requested.emit()
    assert scene.shell.pages == [PageKey.ROUTINES]
    empty.link_requested.emit()
    assert scene.shell.times_example_shown == 1

    # Who has only sat so far is invited above what sitting comes to.
    fill(*(set(PanelKey) - {PanelKey.SITTING}))
    assert empty.isVisible()
    assert scene.card(PanelKey.SITTING).isVisible()
    assert scene.page._rows._to_come.isVisible()

    # A panel without figures says what fills it.
    fill(PanelKey.RUNNING)
    assert empty.isHidden()
    assert scene.page._rows.isVisible()
    card = scene.card(PanelKey.RUNNING)
    assert card.chart.isHidden()
    assert card._more.isHidden()
    assert card._sentence.isVisible()
    # Low, and beneath those that have figures.
    assert card.height() < scene.card(PanelKey.MINUTES).height() / 2
    assert card.y() > scene.card(PanelKey.BESTS).y()


@pytest.mark.parametrize(
    ("width", "factor"),
    [
        (800, 2.0),
        pytest.param(1200, 1.0, marks=pytest.mark.soak),
        pytest.param(800, 1.0, marks=pytest.mark.soak),
        pytest.param(1200, 2.0, marks=pytest.mark.soak),
    ],
)
def test_nothing_is_cut_off(qtbot: QtBot, scene: Scene, width: int, factor: float) -> None:
    with plain_look_after():
        scene.theme.apply(QApplication.instance())
        scene.theme.set_text_factor(factor)
        scene.page.resize(width, 680)
        scene.see()
        for _round in range(4):
            QApplication.processEvents()
        found = problems_in(scene.page)
        # Other figures in the same cards may need more room.
        scene.progress.shown = longer(full_page())
        scene.choose(TimeRange.TWELVE_WEEKS)
        found += problems_in(scene.page)
        scene.theme.withdraw()
    assert not found
    for card in scene.page.cards.values():
        chart = card.chart
        assert chart.isHidden() or chart.height() >= chart.heightForWidth(chart.width())


def longer(shown: Shown) -> Shown:
    """Return a page with more lines and more words."""
    pairs = shown.panel(PanelKey.BALANCE).chart
    assert isinstance(pairs, Pairs)
    panels = [replace(each, sentence=each.sentence * 2, aside="two years") for each in shown.panels]
    panels[2] = replace(panels[2], chart=replace(pairs, rows=pairs.rows * 2))
    return replace(shown, panels=tuple(panels))


def rows_of(scene: Scene) -> list[list[str]]:
    """Return the cards as they stand, by rows."""
    places: dict[int, list[tuple[int, str]]] = {}
    for key, card in scene.page.cards.items():
        spot = card.mapTo(scene.page._rows, card.rect().topLeft())
        places.setdefault(spot.y(), []).append((spot.x(), key.value))
    return [[key for _x, key in sorted(row)] for _y, row in sorted(places.items())]


def test_panels_stand_as_the_width_allows_and_are_reached_by_keys(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.see()
    assert rows_of(scene)[:2] == [["days"], ["minutes", "sitting"]]
    scene.page.resize(760, 680)
    qtbot.waitUntil(lambda: rows_of(scene)[2] == ["sides", "sitting"])
    scene.page.resize(500, 680)
    qtbot.waitUntil(lambda: all(len(row) == 1 for row in rows_of(scene)))
    scene.page.resize(1200, 680)
    qtbot.waitUntil(lambda: len(rows_of(scene)) == 5)

    for card in scene.page.cards.values():
        for part in (card.chart, card._more):
            assert part.isHidden() or part.focusPolicy().name == "StrongFocus"
    order: list[QWidget] = []
    widget: QWidget = scene.page._range
    while len(order) < 200:
        widget = widget.nextInFocusChain()
        order.append(widget)
    charts = [each for each in order if each in {c.chart for c in scene.page.cards.values()}]
    assert charts[:3] == [
        scene.card(key).chart for key in (PanelKey.HEAT_MAP, PanelKey.MINUTES, PanelKey.SITTING)
    ]
    exercise = scene.card(PanelKey.EXERCISE)
    assert order.index(scene.page._exercise) < order.index(exercise.chart), "it stands above it"
    assert order.index(charts[-1]) < order.index(scene.page._report), "it stands beneath them"
