"""The dialog that asks where the picture of a chart is to go."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from coreapp.i18n import _

_ENDINGS: Final = (".png", ".svg")


class ChartPictureDialog(QFileDialog):
    """Asks where a picture is to go; `fileSelected` says it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Suggest a file called `name`, without an ending."""
        super().__init__(parent, _("Save the picture"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([_("Picture (*.png)"), _("Drawing (*.svg)")])
        self.setDefaultSuffix("png")
        self.selectFile(f"{name}.png")
        self.filterSelected.connect(self._follow_kind)

    def _follow_kind(self, kind: str) -> None:
        """Let the ending be that of the kind that was chosen."""
        ending = next((each for each in _ENDINGS if f"*{each}" in kind), ".png")
        self.setDefaultSuffix(ending.removeprefix("."))
        chosen = self.selectedFiles()
        if chosen:
            self.selectFile(Path(chosen[0]).with_suffix(ending).name)
