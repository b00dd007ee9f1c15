"""How a page appears softly."""

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme


class ComingUp(QWidget):
    """A picture of a page that lies over it, clearer with every step, until it is as the page is.

    The page is painted once, beneath, and the picture is what was painted there: an effect on the
    page itself would paint all of it again with each of a dozen steps. What changes in it meanwhile
    is seen at the end.
    """

    def __init__(self, theme: Theme, view: QWidget) -> None:
        """Lie over nothing yet.

        Args:
            theme: the look; its ground lies behind the page.
            view: through which the page is seen.
        """
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._picture = QImage()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(metrics.MS_PAGE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._fade.valueChanged.connect(self._step)
        self._fade.finished.connect(self.end)

    def begin(self) -> None:
        """Let the page appear, which is seen already and filled."""
        self.end()
        self.setGeometry(self._view.rect())
        self._step(0.0)
        self._fade.start()
        self.show()
        self.raise_()

    def end(self) -> None:
        """Let the page itself be seen, now."""
        self._fade.stop()
        self.hide()
        self._picture = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, as far as it has come; the first time the page lies beneath."""
        painter = QPainter(self)
        share = float(self._fade.currentValue())
        ground = self._theme.tokens.ground
        if not self._picture.isNull():
            painter.fillRect(self.rect(), ground)
            painter.setOpacity(share)
            painter.drawImage(self.rect(), self._picture)
            return
        if share and event.rect().contains(self.rect()):
            self._picture = self._painted_beneath(painter)
        painter.setOpacity(1.0 - share)
        painter.fillRect(self.rect(), ground)

    def _painted_beneath(self, painter: QPainter) -> QImage:
        """Return what has just been painted where this is painted.

        Not grabbed: for that Qt lays out whatever is pending in the window, all hidden pages too.
        Where it is not to be had, the picture is empty, and the next step paints the page as well.
        """
        device = painter.paintEngine().paintDevice()
        place = painter.deviceTransform().mapRect(QRectF(self.rect()))
        return device.copy(place.toAlignedRect()) if isinstance(device, QImage) else QImage()

    def _step(self, share: float) -> None:
        # Before the first step that shows anything the page is not painted: going to it is over by
        # then; and not once there is a picture of it.
        is_opaque = not share or not self._picture.isNull()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_opaque)
        self.update()
