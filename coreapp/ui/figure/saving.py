"""A figure as a file, and the dialog that asks where to."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QWidget

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.i18n import _
from coreapp.ui.drawing.colours import figure_colours
from coreapp.ui.drawing.export import Page, save_pdf, save_png, save_svg
from coreapp.ui.drawing.picture import Look
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.tokens import Tokens

SIZE: Final = QSize(640, 640)
"""Of a picture, in pixels, when nobody says otherwise."""

_SAVERS: Final = {".png": save_png, ".svg": save_svg, ".pdf": save_pdf}


def save_shot(
    path: Path,
    art: FigureArt,
    shot: FigureShot,
    tokens: Tokens,
    *,
    size: QSize = SIZE,
    texts: tuple[str, str] = ("", ""),
) -> None:
    """Write a picture of an exercise; the file's ending says which kind.

    Args:
        path: the file, ending in .png, .svg or .pdf.
        art: what draws.
        shot: what is drawn.
        tokens: in which colours; the ground is the theme's stage.
        size: in pixels.
        texts: title and description for those who cannot see it, where the kind of file has them.

    Raises:
        InvalidValueError: the ending is another one, or there is no figure.
        FileUnreadableError: the file cannot be written.
        DiskFullError: there is no room.
    """
    save = _SAVERS.get(path.suffix.lower())
    if save is None:
        raise InvalidValueError(
            "FILE", str(path), marked("Give the file a name that ends in .png, .svg or .pdf.")
        )
    staging = art.staging(shot)
    if staging is None:
        raise InvalidValueError(
            "ID", shot.exercise, marked("This exercise has no figure; choose another one.")
        )
    vector = save is not save_png
    look = Look(
        figure_colours(tokens, art.skin),
        tints=dict(shot.tints),
        arrows=staging.arrows,
        vector=vector,
        build=art.build,
    )
    title, description = texts
    page = Page(size, QColor(tokens.stage), title, description, staging.frame)
    save(path, staging.scene, staging.camera, look, page)


class PictureDialog(QFileDialog):
    """Asks where a picture is to go; `fileSelected` says it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Suggest a file called `name`, without an ending."""
        super().__init__(parent, _("Save the picture"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(
            [_("Picture (*.png)"), _("Drawing (*.svg)"), _("Page for printing (*.pdf)")]
        )
        self.setDefaultSuffix("png")
        self.selectFile(f"{name}.png")
        self.filterSelected.connect(self._follow_kind)

    def _follow_kind(self, kind: str) -> None:
        """Let the ending be that of the kind that was chosen."""
        ending = next((each for each in _SAVERS if f"*{each}" in kind), ".png")
        self.setDefaultSuffix(ending.removeprefix("."))
        chosen = self.selectedFiles()
        if chosen:
            self.selectFile(Path(chosen[0]).with_suffix(ending).name)
