"""The offer to start with the computer: once, after the first break, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.program.autostart_desk import AutostartDesk
from coreapp.services.autostart import AutostartOffer, NoAutostart
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.messages import Banner
from coreapp.ui.theme.icons import Icon
from tests.fakes.desktop import FakeAutostart, FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk


class Offered:
    def __init__(self, qtbot: QtBot, autostart=None, file: FakeStateFile | None = None) -> None:
        self.qtbot = qtbot
        self.autostart = autostart or FakeAutostart()
        self.file = file or FakeStateFile()
        self.banner = Banner(shipped_theme())
        qtbot.addWidget(self.banner)
        self.shell = FakeShell()
        self.desk = Desk()
        self.desk.breaks.start()
        offer = AutostartOffer(self.autostart, self.file)
        self.maker = AutostartDesk(offer, self.autostart, self.banner, self.shell)
        self.desk.breaks.listen(self.maker.note)

    @property
    def is_offered(self) -> bool:
        return "start with the computer" in self.banner.accessibleName() and (
            not self.banner.isHidden()
        )

    def press(self, text: str) -> None:
        button = next(e for e in self.banner.findChildren(QPushButton) if e.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def take_a_break(self) -> None:
        self.desk.work(25)
        self.desk.rest(180)
        self.desk.work(1)


@pytest.fixture
def offered(qtbot: QtBot) -> Offered:
    return Offered(qtbot)


def test_it_is_offered_after_the_first_break(offered: Offered) -> None:
    offered.desk.work(29.8)
    offered.desk.breaks.skip()
    assert not offered.is_offered

    offered.take_a_break()
    assert offered.is_offered

    offered.press("Start with the computer")
    assert offered.autostart.on
    assert not offered.is_offered
    assert offered.shell.told == ["Coreapp starts with the computer from now on."]


def test_a_break_that_was_told_counts_too(offered: Offered) -> None:
    offered.desk.work(10)
    offered.desk.breaks.answer(Answer.ALREADY_STOOD)

    assert offered.is_offered


def test_who_says_no_is_not_asked_again(qtbot: QtBot, offered: Offered) -> None:
    offered.take_a_break()
    offered.press("No, thanks")
    offered.take_a_break()
    assert not offered.is_offered
    assert not offered.autostart.on

    again = Offered(qtbot, file=FakeStateFile(dict(offered.file.load())))
    again.take_a_break()
    assert not again.is_offered


@pytest.mark.parametrize("autostart", [FakeAutostart(on=True), NoAutostart()])
def test_where_it_would_be_of_no_use_nobody_is_asked(qtbot: QtBot, autostart) -> None:
    offered = Offered(qtbot, autostart)
    offered.take_a_break()

    assert not offered.is_offered
    assert offered.file.load() == {}


def test_what_the_window_says_already_comes_first(offered: Offered) -> None:
    offered.banner.show_message("The disk is full.", Icon.WARNING, "danger")
    offered.take_a_break()
    assert offered.banner.accessibleName() == "The disk is full."

    offered.banner.dismiss()
    offered.take_a_break()
    assert offered.is_offered


def test_failures_are_told(offered: Offered) -> None:
    offered.file.failure = offered.autostart.failure = DiskFullError()
    offered.take_a_break()
    assert len(offered.shell.errors) == 1
    assert offered.is_offered

    offered.press("Start with the computer")
    assert len(offered.shell.errors) == 2
    offered.take_a_break()
    assert not offered.is_offered
