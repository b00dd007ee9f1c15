"""A calm line in the player: what happened, what is safe, what can be done."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text


class Notice(QFrame):
    """A sentence, with two answers if it is a question.

    Signals:
        go_on_requested: the person wants to go on.
        end_requested: the person wants to end here.
        changed: it says something else, or nothing any more, and needs another height.
    """

    go_on_requested = Signal()
    end_requested = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown_icon = Icon.INFO
        self._speaks = self._gives_way = False
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._text = make_text()
        self.go_on = Button(theme, _("Go on"), icon=Icon.PLAY)
        self.go_on.setObjectName("notice_go_on")
        self.end = Button(theme, "", ButtonKind.OUTLINE)
        self.end.setObjectName("notice_end")
        self._name_all()

        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.end)

        self.go_on.clicked.connect(self.go_on_requested)
        self.end.clicked.connect(self.end_requested)
        theme.changed.connect(self._show_icon)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, be it seen or not yet; empty while nothing is."""
        return self._text.text() if self._speaks else ""

    def say(self, text: str, icon: Icon = Icon.INFO) -> None:
        """Show a sentence."""
        self._show(text, icon, asks=False)

    def ask(self, text: str) -> None:
        """Show a sentence with the two answers."""
        self._show(text, Icon.PAUSE, asks=True)

    def clear(self) -> None:
        """Say nothing any more."""
        if self._speaks:
            self._speaks = False
            self.hide()
            self.changed.emit()

    def give_way(self, *, wanted: bool) -> None:
        """Be seen only when another notice, which asks something, is answered."""
        if wanted != self._gives_way:
            self._gives_way = wanted
            self.setVisible(self._speaks and not wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        self.go_on.setText(_("Go on"))
        self.end.setText(_("End and keep"))

    def _show(self, text: str, icon: Icon, *, asks: bool) -> None:
        self._text.setText(text)
        self._shown_icon = icon
        self._show_icon()
        self.go_on.setVisible(asks)
        self.end.setVisible(asks)
        self.setAccessibleName(text)
        self._speaks = True
        self.setHidden(self._gives_way)
        self.changed.emit()

    def _show_icon(self) -> None:
        size = self._theme.icon_size(20)
        self._icon.setPixmap(self._theme.icon(self._shown_icon, "ink2", 20).pixmap(size))
