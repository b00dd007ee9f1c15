"""What all dialogs that save have in common for the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QWidget


def save_by_keys(dialog: QDialog, save: QPushButton, first: QWidget | None) -> None:
    """Let Return save, and Ctrl Return where Return begins a line; begin in the first field.

    Args:
        dialog: the dialog.
        save: its button, pressed by the keys while it can be pressed and seen.
        first: has the keyboard when the dialog opens; None to leave that to Qt.
    """
    save.setDefault(True)
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        # A button that is hidden cannot be pressed by the mouse either.
        QShortcut(QKeySequence(keys), dialog).activated.connect(
            lambda: save.click() if save.isVisible() else None
        )
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
