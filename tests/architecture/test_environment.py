"""Every test runs in a world of its own."""

import os
import time
from datetime import datetime
from pathlib import Path

from hypothesis import settings


def test_data_folder_is_the_tests_own(coreapp_home, tmp_path):
    assert os.environ["COREAPP_HOME"] == str(coreapp_home)
    assert coreapp_home.is_relative_to(tmp_path)
    assert not coreapp_home.exists()


def test_who_asks_for_no_folder_gets_the_names_of_one():
    assert not Path(os.environ["COREAPP_HOME"]).parent.exists()


def test_qt_has_a_runtime_folder(qapp):
    assert Path(os.environ["XDG_RUNTIME_DIR"]).is_dir()


def test_language_and_zone_do_not_come_from_the_machine():
    assert "LANGUAGE" not in os.environ
    assert not [name for name in os.environ if name.startswith("LC_")]
    assert time.localtime(0).tm_hour == 0
    assert datetime.fromtimestamp(0).hour == 0


def test_no_window_shows_and_no_session_bus_is_reached(qapp):
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"


def test_property_tests_have_no_deadline_and_can_be_repeated():
    current = settings()

    assert current.deadline is None
    assert current.derandomize == ("HYPOTHESIS_PROFILE" not in os.environ)
