"""Keys of a window that work wherever the keyboard is in it."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class WindowKeys:
    """Keys with what each does; they can be taken away for a while."""

    def __init__(self, window: QWidget, table: Mapping[str, Callable[[], object]]) -> None:
        """Listen for keys, written as Qt writes them, such as `Ctrl+F`."""
        self._shortcuts = [QShortcut(QKeySequence(keys), window) for keys in table]
        for shortcut, carry_out in zip(self._shortcuts, table.values(), strict=True):
            shortcut.activated.connect(carry_out)

    def set_enabled(self, *, enabled: bool) -> None:
        """Listen, or leave the keys to what is shown."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(enabled)
