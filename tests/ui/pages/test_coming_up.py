"""A page appears softly: as a picture of it that is painted once, whatever the page costs."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.base import Page
from coreapp.ui.pages.coming_up import ComingUp
from tests.fakes.shipped import shipped_theme


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class ComingPage(Page):
    """A page with a button on a red ground, higher than its window."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(shipped_theme())
        self.theme.set_reduced_motion(reduced=False)
        self.block = QPushButton("There")
        self.block.setFixedHeight(4000)
        self.block.setStyleSheet("background: red; border: none;")
        self.paints = _Paints(self.block)
        self.column.addWidget(self.block)
        qtbot.addWidget(self)
        self.resize(600, 400)
        self.show()
        qtbot.waitUntil(lambda: self.paints.count > 0)

    @property
    def cover(self) -> ComingUp:
        return self.viewport().findChildren(ComingUp)[0]

    @property
    def fade(self) -> QVariantAnimation:
        return self.cover.findChildren(QVariantAnimation)[0]

    def seen(self) -> QImage:
        return self.viewport().grab().toImage()

    def redness(self) -> float:
        colour = self.seen().pixelColor(300, 200)
        return colour.redF() - colour.greenF()


@pytest.fixture
def page(qtbot: QtBot) -> ComingPage:
    return ComingPage(qtbot)


def test_it_is_painted_once_and_then_is_there(page: ComingPage, qtbot: QtBot) -> None:
    before, count = page.seen(), page.paints.count
    page.fade.setDuration(40)
    with qtbot.waitSignal(page.fade.finished):
        page.come_up()
    assert page.cover.isHidden()
    assert page.paints.count <= count + 1
    assert page.seen() == before


def test_it_becomes_clearer_and_clearer(page: ComingPage) -> None:
    whole = page.redness()
    page.come_up()
    page.fade.pause()
    seen = [0.0]
    for moment in (1, 30, 80):
        page.fade.setCurrentTime(moment)
        seen.append(page.redness())
    assert seen == sorted(set(seen))
    assert seen[-1] < whole
    page.become_hidden()


def test_what_is_scrolled_to_is_what_appears(page: ComingPage) -> None:
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    before = page.seen()
    page.come_up()
    page.fade.pause()
    page.fade.setCurrentTime(page.fade.duration() - 1)
    foot = page.seen().height() - 5
    assert page.seen().pixelColor(300, foot).green() == pytest.approx(
        before.pixelColor(300, foot).green(), abs=4
    )
    page.become_hidden()


@pytest.mark.parametrize("what", ["scrolled", "resized", "left"])
def test_the_page_itself_is_seen_as_soon_as_it_is_another(page: ComingPage, what: str) -> None:
    page.come_up()
    assert page.cover.isVisible()
    match what:
        case "scrolled":
            page.verticalScrollBar().setValue(50)
        case "resized":
            page.resize(640, 420)
        case _:
            page.become_hidden()
    assert page.cover.isHidden()
    assert page.fade.state() is QVariantAnimation.State.Stopped


def test_who_is_quick_clicks_what_is_there(page: ComingPage, qtbot: QtBot) -> None:
    page.come_up()
    here = page.cover.geometry().center()
    hit = page.viewport().childAt(here)
    assert hit is page.block
    with qtbot.waitSignal(page.block.clicked):
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton)
    page.become_hidden()


def test_nothing_fades_with_reduced_motion_or_out_of_sight(page: ComingPage) -> None:
    page.theme.set_reduced_motion(reduced=True)
    page.come_up()
    assert page.cover.isHidden()
    page.theme.set_reduced_motion(reduced=False)
    page.hide()
    page.come_up()
    assert page.fade.state() is QVariantAnimation.State.Stopped


def test_the_ground_is_that_of_the_theme(page: ComingPage) -> None:
    page.come_up()
    page.fade.pause()
    page.fade.setCurrentTime(0)
    ground = page.theme.tokens.ground
    assert page.seen().pixelColor(300, 200) == ground
    page.become_hidden()
