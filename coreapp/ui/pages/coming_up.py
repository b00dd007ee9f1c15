"""How a page appears softly."""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme


class ComingUp(QWidget):
    """A picture of a page that lies over it, clearer with every step, until it is as the page is.

    The page is painted once, into the picture: an effect on the page itself would paint all of it
    again with each of a dozen steps. What changes in it meanwhile is seen at the end.
    """

    def __init__(self, theme: Theme, view: QWidget, content: QWidget) -> None:
        """Lie over nothing yet.

        Args:
            theme: the look; its ground lies behind the page.
            view: through which the page is seen.
            content: the page, which is moved behind the view when it is scrolled.
        """
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._content = content
        self._picture = QPixmap()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(metrics.MS_PAGE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        # What lies beneath is not painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._fade.valueChanged.connect(self._step)
        self._fade.finished.connect(self.end)

    def begin(self) -> None:
        """Let the page appear, which is seen already and filled."""
        self.end()
        self.setGeometry(self._view.rect())
        self._fade.start()
        self.show()
        self.raise_()

    def end(self) -> None:
        """Let the page itself be seen, now."""
        self._fade.stop()
        self.hide()
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, as far as it has come."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.ground)
        painter.setOpacity(float(self._fade.currentValue()))
        painter.drawPixmap(0, 0, self._picture)

    def _step(self, share: float) -> None:
        if share and self._picture.isNull():
            # Not before the first step that shows anything: going to the page is over by then.
            seen = self.geometry().translated(-self._content.pos())
            self._picture = self._content.grab(seen)
        self.update()
