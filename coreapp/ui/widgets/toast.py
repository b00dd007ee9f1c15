"""A message that goes by itself, with a way back."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.labels import make_label

_MARGIN = 24


class Toast(QFrame):
    """Lies at the bottom left of `host`; gone after six seconds, or when undone."""

    undo_requested = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._label = make_label("", Type.BODY)
        self._undo = QPushButton()
        self._undo.setAutoDefault(False)
        self._undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(metrics.MS_TOAST_HOLD)
        self.setProperty("role", "toast")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.setSpacing(20)
        row.addWidget(self._label)
        row.addWidget(self._undo)
        self._timer.timeout.connect(self.hide)
        self._undo.clicked.connect(self._take_back)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The message."""
        return self._label.text()

    def show_message(self, text: str, undo_text: str = "") -> None:
        """Say something for six seconds; with `undo_text` it can be taken back."""
        self._label.setText(text)
        self._undo.setText(undo_text)
        self._undo.setVisible(bool(undo_text))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        announce(self, f"{text.rstrip('.')}. {undo_text}: {_keys()}" if undo_text else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the corner when the host changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        self._timer.stop()
        super().hideEvent(event)

    def _take_back(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        # In line with the page's own left edge.
        wide = host.window().width() >= metrics.NARROW_BELOW
        left = metrics.PAGE_MARGIN if wide else metrics.PAGE_MARGIN_NARROW
        size = self._size_within(host.width() - left - _MARGIN)
        self.resize(size)
        self.move(left, host.height() - size.height() - _MARGIN)

    def _size_within(self, room: int) -> QSize:
        """Return the size: one line where there is room for it, else as many as are needed."""
        self._label.setWordWrap(False)
        self.adjustSize()
        layout, size = self.layout(), self.sizeHint()
        if layout is None or size.width() <= room:
            return size
        self._label.setWordWrap(True)
        return QSize(room, layout.totalHeightForWidth(room))


def _keys() -> str:
    """Return the keys that undo, as they are called in the language of now."""
    return QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
