"""Lets many widgets come and go, and lays out what they stand in once, when all have."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(*layouts: QLayout) -> Iterator[None]:
    """Put off what layouts do until the block is over; then the next event lays out what changed.

    With each widget that appears in a window Qt lays out everything around it at once, up to the
    window: forty rows are forty times the work of a page.

    Args:
        layouts: of the widgets that hold what comes and goes, and of those around them. The
            layout of the whole widget is meant where one is given that lies within it.
    """
    own = {id(each): each for each in map(_layout_of_widget, layouts)}.values()
    for each in own:
        each.setEnabled(False)
    try:
        yield
    finally:
        for each in own:
            each.setEnabled(True)


def _layout_of_widget(layout: QLayout) -> QLayout:
    widget = layout.parentWidget()
    whole = None if widget is None else widget.layout()
    return layout if whole is None else whole
