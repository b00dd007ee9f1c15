"""A program that has ended is let go of: hundreds of them, one after the other, cost no more."""

import gc
import logging
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coreapp.ui.navigation import PageKey
from tests.e2e.world import PATIENCE_MS, World, plain_look_after
from tests.fakes.clock import FakeClock
from tests.fakes.sound import FakeTones


def test_nothing_of_a_program_outlives_its_test(
    qtbot: QtBot, tones: FakeTones, quits: list[bool], caplog: pytest.LogCaptureFixture
) -> None:
    # What pytest keeps of a log holds the errors told in it, and these all who called: the program.
    caplog.set_level(logging.CRITICAL)
    widgets = set(QApplication.allWidgets())

    with plain_look_after():
        world = World(qtbot, FakeClock()).start()
        for key in (PageKey.PLAN, PageKey.SETTINGS):
            world.open_page(key)
        world.begin("core-basics-runners")
        world.stop()
        held = {type(each).__name__: weakref.ref(each) for each in (world.services, world.program)}
        del world

    def is_let_go() -> None:
        # A thread that was told to stop may still be on its way out, with what it was given.
        gc.collect()
        assert [name for name, each in held.items() if each() is not None] == []

    qtbot.waitUntil(is_let_go, timeout=PATIENCE_MS)
    assert set(QApplication.allWidgets()) <= widgets


class Part(QObject):
    """Something of a program."""

    __module__ = "coreapp.part"


@pytest.mark.usefixtures("qapp")
def test_what_lies_where_something_else_was_before_is_let_go_of_too() -> None:
    was_there = Part()
    place = id(was_there)
    with plain_look_after():
        del was_there
        made = [Part()]
        while id(made[-1]) != place and len(made) < 1000:
            made.append(Part())

    assert id(made[-1]) == place
    assert not any(isValid(each) for each in made)
