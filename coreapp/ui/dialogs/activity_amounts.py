"""How long and how far: two fields that take what people write, and how fast that was."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from coreapp.domain.activity import ActivityType
from coreapp.domain.errors import InvalidValueError
from coreapp.i18n import _, format_minutes, format_number
from coreapp.services.activity_words import distance_words, speed_words
from coreapp.services.written_amounts import read_distance, read_length, whole_minutes
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label

_FIELD: Final = 148
_KM: Final = 1000


class AmountFields(QWidget):
    """Minutes and kilometres side by side; beneath each how it was understood.

    Signals:
        changed: something else is written.

    Attributes:
        minutes, km: the fields.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kind = ActivityType.RUN_EASY
        self.minutes = _field(theme, _("Minutes"))
        self.km = _field(theme, _("Kilometres"))
        self._km_label = make_label(_("Kilometres"), tone="ink2")
        self._read_minutes = make_label(kind=Type.CAPTION, tone="ink2")
        self._read_km = make_label(kind=Type.CAPTION, tone="ink2")
        self._speed = make_label(kind=Type.HEADING)
        self._speed.setObjectName("speed")
        self._lay_out()
        for field in (self.minutes, self.km):
            field.textChanged.connect(self._follow)
        self._follow()

    def set_kind(self, kind: ActivityType, *, with_km: bool) -> None:
        """Say what it was: speed is told as people of that sport do, if there is a distance."""
        self._kind = kind
        for each in (self.km, self._km_label, self._read_km):
            each.setVisible(with_km)
        self._follow()

    def show_amounts(self, minutes: int, metres: int | None) -> None:
        """Write what stands in the log."""
        self.minutes.setText(str(minutes))
        self.km.setText("" if metres is None else format_number(metres / _KM))

    def seconds(self) -> int | None:
        """Return how long it took, as far as that can be read now."""
        return _tried(read_length, self.minutes)

    def metres(self) -> int | None:
        """Return how far it was, as far as that is asked and can be read now."""
        return None if self.km.isHidden() else _tried(read_distance, self.km)

    def take(self) -> tuple[int, int | None]:
        """Return whole minutes, and metres if a distance is written.

        Raises:
            InvalidValueError: one of them cannot be read; the field says so as well.
        """
        for field in (self.minutes, self.km):
            mark_invalid(field, "")
        minutes = whole_minutes(read_length(self.minutes.text()))
        written = self.km.text().strip() if not self.km.isHidden() else ""
        return minutes, read_distance(written) if written else None

    def lead_to(self, key: str, sentence: str) -> None:
        """Mark the field that cannot be read, and go there."""
        field = self.km if key in {"km", "metres"} else self.minutes
        mark_invalid(field, sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _lay_out(self) -> None:
        minutes_label = make_label(_("Minutes"), tone="ink2")
        minutes_label.setBuddy(self.minutes)
        self._km_label.setBuddy(self.km)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(minutes_label, 0, 0)
        grid.addWidget(self.minutes, 1, 0)
        grid.addWidget(self._read_minutes, 2, 0)
        grid.addWidget(self._km_label, 0, 1)
        grid.addWidget(self.km, 1, 1)
        grid.addWidget(self._read_km, 2, 1)
        grid.addWidget(self._speed, 1, 2)
        grid.setColumnStretch(2, 1)

    def _follow(self) -> None:
        seconds = self.seconds()
        metres = self.metres()
        # Whole minutes are what the log keeps, and so the pace is the one it will tell.
        kept = 0 if seconds is None else 60 * whole_minutes(seconds)
        self._read_minutes.setText(format_minutes(kept) if kept else "")
        self._read_km.setText("" if metres is None else distance_words(metres))
        speed = speed_words(self._kind, kept, metres or 0)
        self._speed.setText(speed)
        for field, label in ((self.minutes, self._read_minutes), (self.km, self._read_km)):
            # Who cannot see what stands beside and beneath hears it with the field.
            field.setAccessibleDescription(
                ", ".join(each for each in (label.text(), speed) if each)
            )
            if label.text():
                mark_invalid(field, "")
        self.changed.emit()


def mark_invalid(field: QLineEdit, sentence: str) -> None:
    """Show that a field cannot be used, or can again; who cannot see it hears why."""
    if bool(field.property("invalid")) == bool(sentence):
        return
    field.setProperty("invalid", bool(sentence))
    if sentence:
        field.setAccessibleDescription(sentence)
    field.style().unpolish(field)
    field.style().polish(field)


def _tried(read: Callable[[str], int], field: QLineEdit) -> int | None:
    """Return what can be read of a field; None while it is being written."""
    try:
        return read(field.text())
    except InvalidValueError:
        return None


def _field(theme: Theme, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("extent", "big")
    field.setFixedWidth(theme.fonts.pixels(_FIELD))
    field.setAccessibleName(name)
    return field
