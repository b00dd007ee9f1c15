"""Labels: one line, wrapped, and elided with a tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coreapp.ui.theme.fonts import Type


def make_label(text: str = "", kind: Type = Type.BODY, tone: str = "") -> QLabel:
    """Return a label of one line; `tone` is a colour such as `ink2`, ink without it."""
    label = QLabel(text)
    _set_look(label, kind, tone)
    return label


def make_text(text: str = "", kind: Type = Type.BODY, tone: str = "") -> "WrappedLabel":
    """Return a label that breaks its lines to the width it is given."""
    label = WrappedLabel(text)
    _set_look(label, kind, tone)
    return label


def set_tone(label: QLabel, tone: str) -> None:
    """Give a label another colour."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


def set_kind(label: QLabel, kind: Type) -> None:
    """Give a label another step of the type scale."""
    label.setProperty("role", kind.value)
    label.style().unpolish(label)
    label.style().polish(label)
    label.updateGeometry()


class WrappedLabel(QLabel):
    """A text whose height follows from its width, wherever it is laid out."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the present width needs, so that nothing is cut off."""
        hint = super().minimumSizeHint()
        if self.width() > 0:
            hint.setHeight(max(hint.height(), self.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that another width means another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class ElidingLabel(QLabel):
    """One line that ends in an ellipsis when there is no room; the tool tip has it all."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        _set_look(self, kind, tone)

    def minimumSizeHint(self) -> QSize:
        """Allow the label to become narrow."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 6), hint.height())

    @property
    def elided(self) -> bool:
        """Whether part of the text does not fit."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole text as a tool tip while it does not fit."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        mode = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), mode, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


def _set_look(label: QLabel, kind: Type, tone: str) -> None:
    label.setProperty("role", kind.value)
    if tone:
        label.setProperty("tone", tone)
