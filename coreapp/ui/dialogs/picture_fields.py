"""The pictures of one's own exercise in the editor: looked at, added, taken out, put first."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.own import MOST_PICTURES
from coreapp.i18n import _
from coreapp.ui.dialogs.text_fields import CaptionedBlock
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonSize, IconButton
from coreapp.ui.widgets.flow_layout import FlowLayout

_SIZE: Final = QSize(120, 90)


class PictureFields(CaptionedBlock):
    """The pictures, with a button for one more.

    Signals:
        changed: there are others, or in another order.
        file_chosen: the file of one more picture.
    """

    changed = Signal()
    file_chosen = Signal(Path)

    def __init__(self, theme: Theme, path: Callable[[str], Path]) -> None:
        """Show no pictures yet.

        Args:
            theme: the look.
            path: returns where the picture with a name lies.
        """
        super().__init__(
            _("Pictures"),
            _("They are copied and made smaller. The first one is shown in the library."),
        )
        self._theme = theme
        self._path = path
        self._names: tuple[str, ...] = ()
        self._flow = FlowLayout(12, 12)
        self._add = Button(theme, _("Add a picture…"), icon=Icon.PLUS, size=ButtonSize.SMALL)
        place = QWidget()
        place.setLayout(self._flow)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.column.addWidget(place)
        self.column.addLayout(row)
        self._add.clicked.connect(self._ask)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the pictures, the first shown first."""
        return self._names

    def show_names(self, names: Sequence[str]) -> None:
        """Show pictures."""
        self._names = tuple(names)
        self._flow.clear()
        for number, name in enumerate(self._names):
            self._flow.addWidget(self._tile(number, name))
        self._add.setEnabled(len(self._names) < MOST_PICTURES)
        self.updateGeometry()

    def add(self, name: str) -> None:
        """Show one more picture."""
        self.show_names((*self._names, name))
        self.changed.emit()

    def _tile(self, number: int, name: str) -> QWidget:
        tile = QWidget()
        spoken = {"number": number + 1, "count": len(self._names)}
        picture = _Thumbnail(self._theme, self._path(name))
        picture.setAccessibleName(_("Picture {number} of {count}").format(**spoken))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        if number:
            first = _("Show picture {number} first").format(**spoken)
            forward = IconButton(self._theme, Icon.CHEVRON_LEFT, first)
            forward.clicked.connect(partial(self._put_first, name))
            buttons.addWidget(forward)
        buttons.addStretch(1)
        remove = IconButton(
            self._theme, Icon.TRASH, _("Take picture {number} out").format(**spoken)
        )
        remove.clicked.connect(partial(self._take_out, name))
        buttons.addWidget(remove)
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(picture)
        column.addLayout(buttons)
        return tile

    def _put_first(self, name: str) -> None:
        self._change((name, *(each for each in self._names if each != name)))

    def _take_out(self, name: str) -> None:
        self._change(tuple(each for each in self._names if each != name))

    def _change(self, names: tuple[str, ...]) -> None:
        self.show_names(names)
        self._add.setFocus()
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._tell)
        dialog.open()

    def _tell(self, file: str) -> None:
        self.file_chosen.emit(Path(file))


class _Thumbnail(QWidget):
    """A small picture on the ground of figures."""

    def __init__(self, theme: Theme, path: Path) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = OwnPictures(lambda _exercise: (path,))
        self.setFixedSize(_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.stage)
        room = QRectF(self.rect())
        painter.drawRoundedRect(room, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        within = room.adjusted(6, 6, -6, -6)
        self._pictures.paint(painter, within, "", 0, self._theme.tokens)
