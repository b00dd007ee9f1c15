"""The quiet question mark where a term would otherwise have to be known."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.services.help_topics import HelpTopic
from coreapp.services.help_words import help_name
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.help_pane import switch_help
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.labels import make_label


class HelpButton(IconButton):
    """Opens what there is to say about a topic, and closes it again."""

    def __init__(self, theme: Theme, topic: HelpTopic) -> None:
        super().__init__(theme, Icon.HELP, help_name(topic))
        self._topic = topic
        self._hit = metrics.HIT_MIN
        set_topic(self, topic)
        self.clicked.connect(self._switch)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.set_icon(Icon.HELP, help_name(self._topic))

    def _switch(self) -> None:
        switch_help(self._theme, self._topic, self)


def name_with_help(theme: Theme, name: str, topic: HelpTopic, field: QWidget) -> QHBoxLayout:
    """Return the name of a field with the question mark behind it; F1 in the field tells the same.

    More can be put behind both.
    """
    set_topic(field, topic)
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(make_label(name, Type.BODY_STRONG))
    line.addWidget(HelpButton(theme, topic))
    return line


def named_with_help(theme: Theme, name: str, topic: HelpTopic, field: QWidget) -> QWidget:
    """Return a field under its name, with the question mark behind that."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    head = name_with_help(theme, name, topic, field)
    head.addStretch(1)
    column.addLayout(head)
    column.addWidget(field)
    return both
