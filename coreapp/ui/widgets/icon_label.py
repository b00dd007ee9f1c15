"""An icon beside a text, in the theme's colours."""

from PySide6.QtWidgets import QLabel

from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme


class IconLabel(QLabel):
    """An icon that says nothing of its own; the text beside it does."""

    def __init__(self, theme: Theme, icon: Icon, colour: str = "ink2", size: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._size = size
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def _show_icon(self) -> None:
        theme = self._theme
        size = theme.icon_size(self._size)
        colour = theme.tokens.colour(self._colour)
        dpr = self.devicePixelRatioF()
        self.setPixmap(theme.icons.pixmap(self._icon, size.width(), colour, dpr))
        self.setFixedSize(size)
