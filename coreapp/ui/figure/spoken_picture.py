"""A painted picture that is one to a screen reader as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class SpokenPicture(QLabel):
    """Is painted by its subclass, and told of as a picture as soon as it has a description.

    Qt tells the role by the class: a label that holds a pixmap is a picture. An interface of ours
    that gives the role ends the process, since Qt deletes what Python owns.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_description(self, text: str) -> None:
        """Say in words what the picture shows, to screen readers only: it gets no tool tip."""
        self.setAccessibleName(text)
        if text and self.pixmap().isNull():
            unseen = QPixmap(1, 1)
            unseen.fill(Qt.GlobalColor.transparent)
            self.setPixmap(unseen)
