"""The bar at the head of the player, and what its buttons have in common with those at the foot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
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
_LEAST_SEEN: Final = 0.5
"""So much of a title must be seen, or it says nothing."""


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

    Where there is little room the title comes first: a menu takes the buttons that are used now and
    then, and the place is told in a word.

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
        self._places = ("", "")
        self.pause = IconButton(theme, Icon.PAUSE, "", player=True)
        self.own_pace = IconButton(theme, Icon.PERSON, "", player=True)
        self.muscles = IconButton(theme, Icon.MUSCLES, "", player=True)
        self.muscles.setCheckable(True)
        self.mute = IconButton(theme, Icon.SOUND, "", player=True)
        self.small = IconButton(theme, Icon.SMALL_WINDOW, "", player=True)
        self.full_screen = IconButton(theme, Icon.FULL_SCREEN, "", player=True)
        self.help = IconButton(theme, Icon.HELP, "", player=True)
        self.more = IconButton(theme, Icon.MORE, "", player=True)
        self._menu = QMenu(self.more)
        self.end = PlayerButton(theme, "", "", ButtonKind.OUTLINE)
        self._waits = self._muted = False
        self._folding = [self.full_screen, self.muscles, self.own_pace]
        self._folding_last = [self.small, self.mute, self.help]
        self._plain = False
        self._fitted: tuple[QSize, ...] = ()
        self._row = QHBoxLayout(self)
        self._name_all()
        keep_height(self)

        self._lay_out()

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
        self._menu.aboutToShow.connect(self._fill_menu)
        self.pause.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def event(self, event: QEvent) -> bool:
        """Fold anew where title and buttons are wider now, as with larger text."""
        if event.type() == QEvent.Type.LayoutRequest and self._fitted != self._sizes():
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what there is no room for; the keys work all the same."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow it to become as narrow as the window."""
        return QSize(0, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._place)
        row.addStretch(1)
        # What concerns the session, what concerns the window, and the way out.
        session = self.pause, self.own_pace, self.muscles, self.mute
        for group in (session, (self.small, self.full_screen), (self.help, self.more, self.end)):
            for button in group:
                row.addWidget(button)
            row.addSpacing(_BETWEEN_GROUPS)
        row.takeAt(row.count() - 1)
        row.insertSpacing(row.indexOf(self.end), 8)
        keep_keys(self.more)
        self.more.setMenu(self._menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.hide()

    def show_pause(self, *, shown: bool) -> None:
        """Show a button for the pause, while the large one is taken by the tap."""
        if self.pause.isHidden() is shown:
            self.pause.setVisible(shown)
            self._fit()

    def set_plain(self, way_out: QWidget) -> None:
        """Leave only the sound, and what says how to leave in the place of the end."""
        self._plain = True
        self._folding, self._folding_last = [], []
        far = self.muscles, self.small, self.full_screen
        for button in (self.own_pace, *far, self.help, self.end):
            button.hide()
        self._row.addWidget(way_out)

    def _fit(self) -> None:
        """Fold so much that the title is seen whole, if there is a way."""
        told, short = self._places
        self._fitted = self._sizes()
        self._place.setText(told)
        self._title.show()
        for button in (*self._folding, *self._folding_last, self.mute):
            button.show()
        self.more.hide()
        if self._has_room():
            return
        self.more.setHidden(self._plain)
        if self._fold(self._folding):
            return
        self._place.setText(short)
        if not (self._has_room() or self._fold(self._folding_last)) and self._plain:
            self.mute.setVisible(self._missing() <= 0)
            self._drop_title()

    def _sizes(self) -> tuple[QSize, ...]:
        """Return what the fitting follows from, whatever it shows."""
        parts = self._title, self.pause, *self._folding, *self._folding_last, self.mute, self.end
        return tuple(part.sizeHint() for part in parts)

    def _drop_title(self) -> None:
        """Rather tell the place than a few letters of the title."""
        room = self._title.minimumSizeHint().width() - self._missing()
        if self._places[0] and room < _LEAST_SEEN * self._title.sizeHint().width():
            self._title.hide()
            self._place.setText(self._places[0])

    def _fold(self, buttons: Sequence[QWidget]) -> bool:
        """Hide one after the other; tell whether there is room then."""
        for button in buttons:
            button.hide()
            if self._has_room():
                return True
        return False

    def _has_room(self) -> bool:
        """Tell whether the title is seen whole between what is shown."""
        elided = self._title.sizeHint().width() - self._title.minimumSizeHint().width()
        return self._missing() + elided <= 0

    def _missing(self) -> int:
        """Return the width that is missing for an elided title and all that is shown."""
        return QWidget.minimumSizeHint(self).width() - self.width()

    def _fill_menu(self) -> None:
        """Offer what is folded, as it is called now."""
        self._menu.clear()
        for button in (*self._folding, *self._folding_last):
            if button.isHidden():
                action = self._menu.addAction(button.icon(), button.accessibleName())
                action.triggered.connect(button.click)

    def show_title(self, text: str) -> None:
        """Say what the session is called."""
        self._title.setText(text)
        self._fit()

    def show_place(self, text: str, short: str) -> None:
        """Say which exercise of how many it is; `short` where there is little room."""
        if (text, short) != self._places:
            self._places = (text, short)
            self._fit()

    def _name_all(self) -> None:
        self.pause.set_icon(Icon.PAUSE, _("Pause (P)"))
        self.muscles.set_icon(Icon.MUSCLES, _("Show the muscles (V)"))
        self.small.set_icon(Icon.SMALL_WINDOW, _("Small window (W)"))
        self.full_screen.set_icon(Icon.FULL_SCREEN, _("Full screen (F)"))
        self.help.set_icon(Icon.HELP, _("All keys (?)"))
        self.more.set_icon(Icon.MORE, _("More"))
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
