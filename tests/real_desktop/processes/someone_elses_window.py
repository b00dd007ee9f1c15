"""A window of another program: `someone_elses_window.py FILE` keeps in FILE what is typed in it."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

file = Path(sys.argv[1])
app = QApplication([])
window = QPlainTextEdit()
window.setWindowTitle("report")
window.setGeometry(100, 50, 900, 500)
window.textChanged.connect(lambda: file.write_text(window.toPlainText(), encoding="utf-8"))
window.show()
window.activateWindow()
app.exec()
