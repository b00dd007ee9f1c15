"""A part of a page that is laid out by its width."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Block(QWidget):
    """Holds a layout whose height follows from its width, and does not guess one before.

    A plain widget that is asked for its size breaks all texts in it to a width that it will never
    have, only to name a height; so does each one around it, at another width. Layouts ask for the
    height again when they know the width, and take that.
    """

    def sizeHint(self) -> QSize:
        """Return the width the parts would like, and the height they have if it does not matter."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        self.ensurePolished()
        return layout.sizeHint().grownBy(self.contentsMargins())
