"""The figure of the session, drawn anew only when its pose is another one."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.moving_pictures import MovingPictures, PicturePart
from coreapp.ui.figure.spoken_picture import SpokenPicture
from coreapp.ui.player.movement import Pose
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.metrics import RADIUS_CARD
from coreapp.ui.theme.theme import Theme

_LEAST: Final = QSize(160, 96)


class FigureStage(SpokenPicture):
    """Shows poses as large as there is room, on a clear ground.

    Args:
        theme: the look.
        art: draws the figures.
        on_colour: what lies behind it has a strong colour; with high contrast, where clothes are as
            dark, the figure has paper of its own.
    """

    def __init__(self, theme: Theme, art: FigureArt, *, on_colour: bool = False) -> None:
        super().__init__()
        self._on_colour = on_colour
        self._theme = theme
        self._art = art
        self._pose: Pose | None = None
        self._moving = MovingPictures(self, theme, art)
        self._picture = PicturePart(QPixmap())
        self._drawn: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    @property
    def pose(self) -> Pose | None:
        """What is shown."""
        return self._pose

    def show_pose(self, pose: Pose) -> None:
        """Show another pose; the same one costs nothing."""
        if pose != self._pose:
            self._pose = pose
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which a figure cannot be read."""
        return _LEAST

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, narrowed while it turns."""
        if self._pose is None or self.size().isEmpty():
            return
        self._draw(self._pose)
        painter = QPainter(self)
        tokens = self._theme.tokens
        if self._on_colour and tokens.strong:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ground(painter, QRectF(self.rect()), RADIUS_CARD, tokens.stage, tokens)
        if self._pose.width < 1:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(self.width() / 2, 0)
            painter.scale(self._pose.width, 1)
            painter.translate(-self.width() / 2, 0)
        self._picture.paint(painter)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what is kept to be shown again while nobody looks."""
        self._moving.forget()
        super().hideEvent(event)

    def _draw(self, pose: Pose) -> None:
        """Bring the picture up to date.

        A still pose comes from the cache that all widgets share; a moving one would fill it.
        """
        dpr = self.devicePixelRatioF()
        look = (self._theme.tokens.name, self._art.person)
        wanted = (pose.shot, pose.moving, self.size(), look, dpr)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        if pose.moving:
            fine, recurs = pose.fine, pose.recurs
            self._picture = self._moving.picture(pose.shot, quick=not fine, recurs=recurs)
        else:
            tokens = self._theme.tokens
            self._picture = PicturePart(self._art.pixmap(pose.shot, self.size(), tokens, dpr))
