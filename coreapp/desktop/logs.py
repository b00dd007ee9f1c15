"""The diagnostic log: a small rotating file, and Qt's own messages in it."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 500_000
KEPT_FILES = 2


class PrivateLogHandler(RotatingFileHandler):
    """Writes files that only their owner can read, also the ones begun later."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)  # noqa: PTH101  the handler keeps its name as text
        return stream

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without: a full disk must not print on the terminal with every line."""


def log_to(file: Path) -> None:
    """Write diagnostics to `file`; if that is not possible, go on without."""
    try:
        handler = PrivateLogHandler(
            file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError:
        logging.getLogger(__name__).warning("no diagnostic log: %s cannot be written", file.name)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def stop_logging_into(folder: Path) -> None:
    """Close the diagnostic logs in a folder that is to be removed."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, PrivateLogHandler) and folder in Path(handler.baseFilename).parents:
            root.removeHandler(handler)
            handler.close()


def catch_qt_messages() -> None:
    """Send Qt's messages to the diagnostic log instead of the terminal."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    logger = logging.getLogger("qt")

    def write(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        logger.log(levels[kind], "%s", message)

    qInstallMessageHandler(write)
