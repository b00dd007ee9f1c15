"""A window of another program: run as a process, it does what it is told.

Its argument is what it says it is; the words on its standard input are `full` and `small`.
"""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    app = QApplication(sys.argv)
    app.setDesktopFileName(sys.argv[1])
    window = QWidget()
    window.setWindowTitle("a film")
    window.resize(300, 200)
    window.show()

    def obey() -> None:
        match sys.stdin.readline().strip():
            case "full":
                window.showFullScreen()
            case "small":
                window.showNormal()
            case _:
                app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(obey)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
