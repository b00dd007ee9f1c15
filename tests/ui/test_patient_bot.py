"""No wait of a test has the little patience of pytest-qt."""

import inspect

import pytest
from pytestqt.qtbot import QtBot

from tests.patient_bot import PATIENCE_MS, PatientBot


def test_every_wait_is_patient(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)
    impatient = [
        name
        for name, each in inspect.getmembers(PatientBot, inspect.isfunction)
        if (limit := inspect.signature(each).parameters.get("timeout"))
        and limit.default != PATIENCE_MS
        and not name.startswith("_")
    ]
    assert not impatient


def test_a_time_that_is_named_counts(qtbot: QtBot) -> None:
    with pytest.raises(qtbot.TimeoutError, match=" in 1 milliseconds"):
        qtbot.waitUntil(lambda: False, timeout=1)
