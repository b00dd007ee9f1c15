"""What frames a page: list of pages, cards, empty state, film strip, figures of a clock."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.card import Card, Stage, StageCard
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.film_strip import FilmCell, FilmStrip
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.nav_list import NavList, NavPage
from coreapp.ui.widgets.phase_badge import PhaseBadge
from coreapp.ui.widgets.sidebar import RingCard, Sidebar
from coreapp.ui.widgets.sitting_ring import RingState

PAGES = [
    NavPage("settings", "Settings", Icon.SETTINGS, at_end=True),
    NavPage("today", "Today", Icon.TODAY),
    NavPage("plan", "Plan", Icon.PLAN),
]
CELLS = [
    FilmCell("plank", "Plank", (20, 20)),
    FilmCell("bird-dog", "Bird dog", (30,)),
    FilmCell("glute-bridge", "Bridge"),
]


def rows(nav: NavList) -> dict[str, QAbstractButton]:
    return {row.text(): row for row in nav.findChildren(QAbstractButton)}


@pytest.fixture
def nav(qtbot: QtBot, theme: Theme) -> NavList:
    nav = NavList(theme)
    qtbot.addWidget(nav)
    nav.set_pages(PAGES)
    nav.resize(200, 400)
    return nav


def test_pages_are_in_order_and_the_last_at_the_end(nav: NavList) -> None:
    nav.show()
    tops = {text: row.y() for text, row in rows(nav).items()}
    assert tops["Today"] < tops["Plan"] < tops["Settings"]
    assert tops["Settings"] > 340
    assert nav.key() == "today"


def test_a_page_is_asked_for_by_click_and_arrow(qtbot: QtBot, nav: NavList) -> None:
    with qtbot.waitSignal(nav.page_requested) as asked:
        QTest.mouseClick(rows(nav)["Plan"], Qt.MouseButton.LeftButton)
    assert asked.args == ["plan"]
    with qtbot.waitSignal(nav.page_requested) as asked:
        QTest.keyClick(nav, Qt.Key.Key_Down)
    assert asked.args == ["settings"]
    with qtbot.waitSignal(nav.page_requested) as asked:
        QTest.keyClick(nav, Qt.Key.Key_Up)
    assert asked.args == ["plan"]


def test_a_page_is_shown_as_chosen_silently(qtbot: QtBot, nav: NavList) -> None:
    before = rows(nav)["Plan"].grab().toImage()
    with qtbot.assertNotEmitted(nav.page_requested):
        nav.choose("plan")
        QTest.keyClick(nav, Qt.Key.Key_A)
    assert nav.key() == "plan"
    assert rows(nav)["Plan"].grab().toImage() != before
    nav.choose("nowhere")
    assert nav.key() == ""


def test_only_the_chosen_row_is_reached_by_tab(nav: NavList) -> None:
    policies = {text: row.focusPolicy() for text, row in rows(nav).items()}
    tabbed = [text for text, policy in policies.items() if policy & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["Today"]
    nav.show()
    nav.activateWindow()
    QTest.qWaitForWindowActive(nav)
    nav.focus_chosen()
    assert rows(nav)["Today"].hasFocus()


def test_an_elided_page_has_a_tool_tip(nav: NavList) -> None:
    row = rows(nav)["Settings"]
    nav.show()
    nav.resize(84, 400)
    assert row.toolTip() == "Settings"
    nav.resize(300, 400)
    assert row.toolTip() == ""


def test_the_sidebar_has_ring_list_and_name(qtbot: QtBot, theme: Theme) -> None:
    sidebar = Sidebar(theme, "Coreapp")
    qtbot.addWidget(sidebar)
    sidebar.nav.set_pages(PAGES)
    sidebar.show_ring(RingState.SITTING, 0.6, "Sat 18 min", "Break in 12 min")
    sidebar.resize(216, 600)
    sidebar.show()
    (ring,) = sidebar.findChildren(RingCard)
    assert ring.accessibleName() == "Sat 18 min"
    assert ring.accessibleDescription() == "Break in 12 min"
    with qtbot.waitSignal(sidebar.ring_requested):
        QTest.mouseClick(ring, Qt.MouseButton.LeftButton)
    sidebar.set_ring_visible(visible=False)
    assert not ring.isVisible()
    wide = sidebar.sizeHint().width()
    assert wide == 216
    sidebar.set_narrow(narrow=True)
    assert sidebar.sizeHint().width() == 176


def test_the_sidebar_is_as_wide_as_large_text_needs(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_factor(2.0)
    sidebar = Sidebar(theme, "Coreapp")
    qtbot.addWidget(sidebar)
    sidebar.nav.set_pages([NavPage("a", "A long name of a page", Icon.GUIDE)])
    assert sidebar.sizeHint().width() > 216
    assert sidebar.minimumSizeHint().width() == sidebar.sizeHint().width()


def test_a_card_has_a_head_only_with_a_title(qtbot: QtBot) -> None:
    card, plain = Card("Sitting"), Card()
    for each in (card, plain):
        qtbot.addWidget(each)
        each.resize(200, 100)
        each.show()
    card.set_title("This week")
    assert card.title.text() == "This week"
    assert card.title.isVisible()
    assert not plain.title.isVisible()
    assert card.property("role") == "card"


def test_a_stage_is_round_only_where_it_should(qtbot: QtBot, theme: Theme) -> None:
    stage = Stage(theme)
    qtbot.addWidget(stage)
    stage.resize(100, 80)
    stage.set_round_corners(frozenset({Qt.Corner.TopRightCorner}))
    image = stage.grab().toImage()
    assert image.pixelColor(0, 0) == theme.tokens.stage
    assert image.pixelColor(99, 0) != theme.tokens.stage
    stage.set_colour("ready_soft")
    assert stage.grab().toImage().pixelColor(50, 40) == theme.tokens.ready_soft


def test_the_stage_of_a_card_is_flush_with_its_edge(qtbot: QtBot, theme: Theme) -> None:
    card = StageCard(theme)
    qtbot.addWidget(card)
    card.set_stage_width(200)
    card.resize(500, 300)
    card.show()
    assert card.stage.geometry().right() == card.rect().right()
    assert card.stage.geometry().top() == 0
    assert card.stage.width() == 200
    card.set_stage_width(0)
    card.resize(600, 300)
    QApplication.sendPostedEvents()
    assert card.stage.width() > 200


def test_an_empty_page_invites_the_first_step(qtbot: QtBot, theme: Theme, art: FigureArt) -> None:
    texts = EmptyTexts("Nothing here yet", "Your first session starts the year.", "Two minutes")
    empty = EmptyState(theme, art, "desk-march", texts, Icon.PLAY)
    qtbot.addWidget(empty)
    shown = [label.text() for label in empty.findChildren(QLabel)]
    assert [text for text in shown if text] == [texts.title, texts.sentence]
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    silent = EmptyState(theme, art, "desk-march", EmptyTexts("None", "Nothing to do."))
    qtbot.addWidget(silent)
    assert not silent.findChildren(QPushButton)[0].isVisibleTo(silent)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, art: FigureArt) -> FilmStrip:
    strip = FilmStrip(theme, art)
    qtbot.addWidget(strip)
    strip.show_cells(CELLS)
    strip.resize(300, strip.sizeHint().height())
    return strip


def test_the_strip_moves_by_arrows_and_opens_by_return(qtbot: QtBot, strip: FilmStrip) -> None:
    with qtbot.waitSignal(strip.current_changed) as moved:
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert moved.args == [1]
    assert strip.accessibleName() == "Bird dog"
    QTest.keyClick(strip, Qt.Key.Key_End)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.current() == 2
    QTest.keyClick(strip, Qt.Key.Key_Home)
    with qtbot.waitSignal(strip.activated) as opened:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert opened.args == [0]
    with qtbot.assertNotEmitted(strip.current_changed):
        strip.set_current(1)
        strip.set_current(9)
        QTest.keyClick(strip, Qt.Key.Key_A)
    assert strip.current() == 1


def test_the_strip_follows_the_mouse(qtbot: QtBot, strip: FilmStrip) -> None:
    strip.show()
    with qtbot.waitSignal(strip.activated) as opened:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(2).center())
    assert opened.args == [2]
    QTest.mouseMove(strip, strip.cell_rect(1).center())
    qtbot.waitUntil(lambda: strip.current() == 1)


def test_the_strip_names_what_is_under_the_mouse(
    strip: FilmStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text: told.append(text))
    for at in (strip.cell_rect(1).center(), QPoint(295, 10)):
        QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert told == ["Bird dog", ""]


def test_a_long_strip_scrolls_to_the_current_cell(qtbot: QtBot, strip: FilmStrip) -> None:
    strip.show_cells([FilmCell("plank", str(index), (20,)) for index in range(30)])
    strip.set_current(29)
    assert strip.rect().contains(strip.cell_rect(29).center())
    assert strip.cell_rect(0).right() < 0
    assert strip.grab().toImage().width() == 300
    strip.show_cells([])
    assert strip.current() == -1
    QTest.keyClick(strip, Qt.Key.Key_Right)


def test_a_flow_breaks_lines_and_centres_each(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(spacing=10, line_spacing=4)
    host.setLayout(flow)
    small, tall, last = QWidget(), QWidget(), QWidget()
    for widget, height in ((small, 10), (tall, 30), (last, 10)):
        widget.setFixedSize(80, height)
        flow.addWidget(widget)
    host.resize(180, 100)
    host.show()
    assert small.y() == 10
    assert (tall.x(), tall.y()) == (90, 0)
    assert (last.x(), last.y()) == (0, 34)
    assert flow.heightForWidth(180) == 44
    assert flow.heightForWidth(1000) == 30
    assert flow.sizeHint().width() == 260
    assert flow.minimumSize().width() == 80
    assert flow.itemAt(7) is None
    assert flow.takeAt(7) is None
    taken = flow.takeAt(2)
    assert taken is not None
    assert flow.count() == 2


def test_a_flow_may_keep_to_the_middle(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(centred=True)
    host.setLayout(flow)
    only = QWidget()
    only.setFixedSize(80, 20)
    flow.addWidget(only)
    host.resize(180, 100)
    host.show()
    assert only.geometry().center().y() == pytest.approx(50, abs=1)


def ink_box(image: QImage, ground: str) -> tuple[int, int, int, int]:
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32)
    colours, empty = memoryview(pixels.constBits()).cast("I").tolist(), QColor(ground).rgba()
    spots = [
        (place % image.width(), place // image.width())
        for place, colour in enumerate(colours)
        if colour != empty
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.fixture
def digits(qtbot: QtBot, theme: Theme) -> BigDigits:
    digits = BigDigits(theme, 80, Qt.AlignmentFlag.AlignHCenter)
    qtbot.addWidget(digits)
    digits.resize(300, 100)
    return digits


def test_digits_are_as_high_as_asked_and_centred_by_ink(digits: BigDigits) -> None:
    digits.show_text("17", "17 seconds left")
    image = digits.grab().toImage()
    left, top, right, bottom = ink_box(image, image.pixelColor(0, 0).name())
    assert bottom - top == pytest.approx(79, abs=2)
    assert left == pytest.approx(299 - right, abs=2)
    assert top == pytest.approx(99 - bottom, abs=2)
    assert digits.accessibleName() == "17 seconds left"
    assert digits.text == "17"


def test_digits_have_one_width(digits: BigDigits) -> None:
    digits.show_text("11")
    narrow = digits.sizeHint()
    digits.show_text("88")
    assert digits.sizeHint() == narrow
    digits.show_text("1:00")
    assert digits.sizeHint().width() > narrow.width()


def test_digits_shrink_to_fit(digits: BigDigits) -> None:
    digits.show_text("12:34")
    digits.set_digit_height(400)
    digits.resize(200, 420)
    image = digits.grab().toImage()
    left, _, right, _ = ink_box(image, image.pixelColor(0, 0).name())
    assert left >= 0
    assert right <= 199
    assert right - left > 150


def test_digits_pulse_and_take_a_colour(digits: BigDigits, theme: Theme) -> None:
    assert not digits.grab().isNull()
    digits.show_text("3")
    rest = digits.grab().toImage()
    digits.set_pulse(1.04)
    assert digits.grab().toImage() != rest
    digits.set_pulse(1.0)
    digits.set_colour(theme.tokens.danger)
    assert digits.grab().toImage() != rest
    digits.set_colour(None)
    assert digits.grab().toImage() == rest


@pytest.mark.parametrize("look", list(PhaseLook))
def test_a_phase_is_shape_and_word(qtbot: QtBot, theme: Theme, look: PhaseLook) -> None:
    badge = PhaseBadge(theme)
    qtbot.addWidget(badge)
    badge.show_phase(look, "Hold")
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    colour = theme.tokens.colour(PHASES[look].text).name()
    shape = sum(
        image.pixelColor(x, y).name() == colour for x in range(22) for y in range(image.height())
    )
    assert shape > 10
    assert badge.accessibleName() == "Hold"
    badge.show_phase(look, "Hold", theme.tokens.distance.text)
    assert badge.grab().toImage() != image
    badge.set_pixels(40)
    assert badge.minimumSizeHint().height() > image.height()
