"""The line at the head of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coreapp.ui.messages import Banner
from coreapp.ui.theme.icons import Icon
from tests.fakes.shipped import shipped_theme


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner(shipped_theme())
    qtbot.addWidget(made)
    return made


def buttons(banner: Banner) -> list[str]:
    QApplication.processEvents()  # Qt shows what was added, and deletes what was taken away
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [each.text() for each in banner.findChildren(QPushButton) if each.isVisible()]


def test_it_is_not_there_until_something_is_said(banner: Banner) -> None:
    assert banner.isHidden()


def test_it_says_a_sentence_to_eyes_and_ears(banner: Banner) -> None:
    banner.show_message("The disk is full.", Icon.WARNING, "danger")

    assert banner.isVisible()
    assert banner.findChild(QLabel, "banner_text").text() == "The disk is full."
    assert banner.accessibleName() == "The disk is full."


def test_an_action_is_carried_out_and_the_message_goes(qtbot: QtBot, banner: Banner) -> None:
    done: list[bool] = []
    banner.show_message("Planned", Icon.BELL, "accent")
    banner.add_action("Start", lambda: done.append(True))

    qtbot.mouseClick(banner.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert done == [True]
    assert banner.isHidden()


def test_a_message_that_an_action_shows_stays(qtbot: QtBot, banner: Banner) -> None:
    """Starting a session may fail: what is said about that must not go with the old message."""

    def fail() -> None:
        banner.show_message("The disk is full.", Icon.WARNING, "danger")

    banner.show_message("Planned", Icon.BELL, "accent")
    banner.add_action("Start", fail)

    qtbot.mouseClick(banner.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert banner.isVisible()
    assert banner.accessibleName() == "The disk is full."


def test_a_new_message_has_its_own_actions(banner: Banner) -> None:
    banner.show_message("One", Icon.BELL, "accent")
    banner.add_action("Start", list)
    banner.add_action("Later", list)
    assert buttons(banner) == ["Start", "Later"]

    banner.show_message("Two", Icon.WARNING, "danger")

    assert buttons(banner) == []


def test_it_goes_when_it_was_read(qtbot: QtBot, banner: Banner) -> None:
    banner.show_message("One", Icon.BELL, "accent")

    with qtbot.waitSignal(banner.dismissed):
        banner.dismiss()

    assert banner.isHidden()
