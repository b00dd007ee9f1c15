"""The bar at the head of the player, and what its buttons have in common with those at the foot."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from coreapp.i18n import _
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.labels import ElidingLabel, make_label

_BETWEEN_GROUPS: Final = 16


def keep_keys(button: QAbstractButton) -> None:
    """Let a click leave the keyboard where it is, so that Space goes on meaning pause."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def keep_height(widget: QWidget) -> None:
    """Give what is in short supply to others, and take none from them."""
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class PlayerButton(Button):
    """A button with a text, large enough to be hit without looking closely."""

    def __init__(self, theme: Theme, text: str, name: str, kind: ButtonKind) -> None:
        super().__init__(theme, text, kind)
        self.rename(text, name)
        keep_keys(self)

    def rename(self, text: str, name: str) -> None:
        """Show another text, with its name in full."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return the text's size, at least what a finger hits."""
        least = self._theme.fonts.pixels(metrics.HIT_PLAYER)
        return super().sizeHint().expandedTo(QSize(least, least))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()


class TopBar(QWidget):
    """Title, place in the session, and what concerns the window.

    Signals:
        mute_requested, muscles_requested, small_requested, full_screen_requested, help_requested,
            end_requested: a button was pressed.
        own_pace_requested: let every phase wait for a tap, or none that was not planned so.
        pause_requested: pause, while the large button is taken by the tap.
    """

    pause_requested = Signal()
    own_pace_requested = Signal()
    mute_requested = Signal()
    muscles_requested = Signal()
    small_requested = Signal()
    full_screen_requested = Signal()
    help_requested = Signal()
    end_requested = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._title = ElidingLabel(title, Type.TITLE)
        self._place = make_label(kind=Type.BODY, tone="ink2")
        self.pause = IconButton(theme, Icon.PAUSE, "", player=True)
        self.own_pace = IconButton(theme, Icon.PERSON, "", player=True)
        self.muscles = IconButton(theme, Icon.MUSCLES, "", player=True)
        self.muscles.setCheckable(True)
        self.mute = IconButton(theme, Icon.SOUND, "", player=True)
        self.small = IconButton(theme, Icon.SMALL_WINDOW, "", player=True)
        self.full_screen = IconButton(theme, Icon.FULL_SCREEN, "", player=True)
        self.help = IconButton(theme, Icon.HELP, "", player=True)
        self.end = PlayerButton(theme, "", "", ButtonKind.OUTLINE)
        self._waits = self._muted = False
        self._spare = [self.full_screen, self.muscles, self.own_pace, self.mute, self.small]
        self._name_all()
        keep_height(self)

        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._place)
        row.addStretch(1)
        # What concerns the session, what concerns the window, and the way out.
        session = self.pause, self.own_pace, self.muscles, self.mute
        for group in (session, (self.small, self.full_screen), (self.help, self.end)):
            for button in group:
                row.addWidget(button)
            row.addSpacing(_BETWEEN_GROUPS)
        row.takeAt(row.count() - 1)
        row.insertSpacing(row.indexOf(self.end), 8)

        for button, signal in (
            (self.pause, self.pause_requested),
            (self.own_pace, self.own_pace_requested),
            (self.muscles, self.muscles_requested),
            (self.mute, self.mute_requested),
            (self.small, self.small_requested),
            (self.full_screen, self.full_screen_requested),
            (self.help, self.help_requested),
            (self.end, self.end_requested),
        ):
            keep_keys(button)
            button.clicked.connect(signal)
        self.pause.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out buttons there is no room for; their keys work all the same."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow it to become as narrow as the window."""
        return QSize(0, super().minimumSizeHint().height())

    def show_pause(self, *, shown: bool) -> None:
        """Show a button for the pause, while the large one is taken by the tap."""
        if self.pause.isHidden() is shown:
            self.pause.setVisible(shown)
            self._fit()

    def set_plain(self, way_out: QWidget) -> None:
        """Leave only the sound, and what says how to leave in the place of the end."""
        self._spare = [self.mute]
        far = self.muscles, self.small, self.full_screen
        for button in (self.own_pace, *far, self.help, self.end):
            button.hide()
        self._row.addWidget(way_out)

    def _fit(self) -> None:
        for button in self._spare:
            button.show()
        for button in self._spare:
            if QWidget.minimumSizeHint(self).width() <= self.width():
                return
            button.hide()

    def show_title(self, text: str) -> None:
        """Say what the session is called."""
        self._title.setText(text)

    def show_place(self, text: str) -> None:
        """Say which exercise of how many it is."""
        if text != self._place.text():
            self._place.setText(text)
            self._fit()

    def _name_all(self) -> None:
        self.pause.set_icon(Icon.PAUSE, _("Pause (P)"))
        self.muscles.set_icon(Icon.MUSCLES, _("Show the muscles (V)"))
        self.small.set_icon(Icon.SMALL_WINDOW, _("Small window (W)"))
        self.full_screen.set_icon(Icon.FULL_SCREEN, _("Full screen (F)"))
        self.help.set_icon(Icon.HELP, _("All keys (?)"))
        self.end.rename(_("End…"), _("End the session (Esc)"))
        self.show_pace(waits=self._waits)
        self.show_muted(muted=self._muted)

    def show_pace(self, *, waits: bool) -> None:
        """Show whether every phase waits."""
        self._waits = waits
        if waits:
            self.own_pace.set_icon(Icon.BREAKS, _("By the clock (T)"))
        else:
            self.own_pace.set_icon(Icon.PERSON, _("At my own pace (T)"))

    def show_muscles(self, *, shown: bool) -> None:
        """Show whether the figure shows what works."""
        self.muscles.setChecked(shown)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether tones are heard."""
        self._muted = muted
        if muted:
            self.mute.set_icon(Icon.SOUND_OFF, _("Tones on (M)"))
        else:
            self.mute.set_icon(Icon.SOUND, _("Tones off (M)"))
