"""What hurts today, said by chips."""

import pytest
from PySide6.QtWidgets import QPushButton

from coreapp.domain.errors import DiskFullError
from coreapp.domain.hurts import Hurt
from coreapp.services.hurts import Hurts
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.widgets.buttons import Chip
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import shipped_library


class FullDisk(FakeStateFile):
    """Nothing can be written."""

    def save(self, document) -> None:
        raise DiskFullError


class Shown:
    """The row, and what it tells."""

    def __init__(self, qtbot, theme, file: FakeStateFile) -> None:
        self.clock = FakeClock()
        self.hurts = Hurts(file, self.clock, shipped_library())
        self.row = HurtsRow(theme, self.hurts, shipped_library())
        qtbot.addWidget(self.row)
        self.row.show()
        self.told: list[object] = []
        self.row.changed.connect(lambda: self.told.append("changed"))
        self.row.doctor_requested.connect(lambda: self.told.append("doctor"))
        self.row.failed.connect(self.told.append)

    def chip(self, hurt: Hurt) -> Chip:
        chip = self.row.findChild(Chip, f"chip_{hurt.value}")
        assert chip is not None
        return chip

    def text(self) -> str:
        return self.row.line.text() if self.row.line.isVisible() else ""


@pytest.fixture
def shown(qtbot, theme) -> Shown:
    return Shown(qtbot, theme, FakeStateFile())


def test_nothing_hurts_to_begin_with_and_the_way_to_the_doctor_is_there(shown):
    assert not any(shown.chip(each).isChecked() for each in Hurt)
    assert shown.text() == ""
    doctor = shown.row.findChild(QPushButton, "hurts_doctor")
    assert doctor is not None
    assert doctor.isVisible()

    doctor.click()
    assert shown.told == ["doctor"]


def test_what_is_said_is_kept_at_once_and_the_line_says_what_it_leaves_out(shown):
    shown.chip(Hurt.LEANING_BACK).click()

    assert shown.hurts.today == {Hurt.LEANING_BACK}
    assert shown.text() == "Left out of your breaks until tomorrow: Standing back bend."
    assert shown.told == ["changed"]
    shown.chip(Hurt.LEANING_BACK).click()
    assert shown.hurts.today == frozenset()
    assert shown.text() == ""


def test_tomorrow_nothing_hurts_any_more(shown):
    shown.chip(Hurt.KNEES).click()
    shown.clock.advance(86_400)

    shown.row.refresh()
    assert not shown.chip(Hurt.KNEES).isChecked()
    assert shown.text() == ""
    assert shown.told == ["changed"]


def test_what_cannot_be_kept_is_told_and_not_shown_as_said(qtbot, theme):
    shown = Shown(qtbot, theme, FullDisk())

    shown.chip(Hurt.NECK).click()
    assert isinstance(shown.told[0], DiskFullError)
    assert not shown.chip(Hurt.NECK).isChecked()
