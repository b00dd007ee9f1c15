"""The dialog for an activity, open over a window, with what it told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.activity_draft import ActivityDraft
from coreapp.domain.habits import ShoeState
from coreapp.services.activity_log import Usual
from coreapp.services.shoe_rack import WornPair
from coreapp.ui.dialogs.activity_dialog import ActivityDialog
from coreapp.ui.dialogs.entry_basis import EntryBasis
from tests.fakes.records import shoe
from tests.fakes.shipped import shipped_theme

NOW = datetime(2026, 3, 2, 18, 40, tzinfo=ZoneInfo("Europe/Berlin"))
ROAD = WornPair(shoe("p1", name="Road", retired=None), 412_000, ShoeState.FINE)
TRAIL = WornPair(shoe("p2", name="Trail", retired=None), 560_000, ShoeState.LOOK_AT_SOLES)
OLD = WornPair(shoe("p3", name="Old", retired=date(2026, 1, 1)), 910_000, ShoeState.COMPARE)
BASIS = EntryBasis(NOW, Usual(shoe="p1"), (ROAD, TRAIL, OLD))


class Entry:
    """A dialog that is open, with what it told."""

    def __init__(self, qtbot: QtBot, basis: EntryBasis = BASIS) -> None:
        self.qtbot = qtbot
        self.host = QWidget()
        self.host.resize(1024, 680)
        qtbot.addWidget(self.host)
        self.dialog = ActivityDialog(shipped_theme(), basis, self.host)
        self.told: list[ActivityDraft] = []
        self.asked: list[str] = []
        self.dialog.entered.connect(self.told.append)
        self.dialog.shoes_requested.connect(lambda: self.asked.append("shoes"))
        self.dialog.doctor_requested.connect(lambda: self.asked.append("doctor"))
        self.dialog.open()

    def click(self, text: str, within: QWidget | None = None) -> None:
        buttons = (within or self.dialog).findChildren(QAbstractButton)
        button = next(each for each in buttons if each.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, minutes: str, km: str = "") -> None:
        amounts = self.dialog.amounts
        for field, text in ((amounts.minutes, minutes), (amounts.km, km)):
            field.clear()
            self.qtbot.keyClicks(field, text)

    @property
    def texts(self) -> list[str]:
        labels = self.dialog.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]
