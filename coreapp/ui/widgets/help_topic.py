"""Which topic of help belongs to which part of a window."""

from typing import Final

from PySide6.QtWidgets import QWidget

from coreapp.services.help_topics import HelpTopic

_PROPERTY: Final = "help_topic"


def set_topic(widget: QWidget, topic: HelpTopic) -> None:
    """Let help about a widget, and about all in it that has none of its own, be this."""
    widget.setProperty(_PROPERTY, topic.value)


def topic_of(widget: QWidget) -> HelpTopic | None:
    """Return the topic of the widget itself, if it has one."""
    value = widget.property(_PROPERTY)
    return HelpTopic(value) if value else None


def part_with_topic(widget: QWidget) -> QWidget | None:
    """Return the widget, or the nearest one around it, that has a topic.

    From a dialog it goes on to the window beneath: what is asked there is about its page.
    """
    part: QWidget | None = widget
    while part is not None and topic_of(part) is None:
        part = part.parentWidget()
    return part
