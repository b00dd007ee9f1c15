"""One running program for each data folder: a second start sends its words to the first."""

import hashlib
import json
import logging
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

logger = logging.getLogger(__name__)

ANSWER_MS = 5000
"""How long a second start waits for the first to answer, who may be busy on a loaded machine."""


def _server_name(folder: Path) -> str:
    """Return a name of its own for each data folder, short enough for every system."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"coreapp-{digest[:16]}"


class SingleInstance(QObject):
    """Holds the lock of a data folder and hears what later starts have to say.

    Signals:
        asked: the words of a later start, for example `["show"]`.
    """

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _server_name(folder)
        # A lock file besides the socket: Qt removes a stale one by itself when its process died.
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Become the running program; tell whether that worked."""
        if not self._lock.tryLock(0):
            return False
        Path(self._lock.fileName()).chmod(0o600)
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            logger.warning("later starts cannot be heard: %s", self._server.errorString())
        return True

    def release(self) -> None:
        """Stop being the running program."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            words = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            logger.warning("a later start said something that is not understood")
            return
        # Answered before anything is done: a window may take longer than the other start waits.
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
        if isinstance(words, list):
            self.asked.emit([str(word) for word in words])


def is_running(folder: Path) -> bool:
    """Tell whether a program runs on this data folder, without disturbing it."""
    lock = QLockFile(str(folder / "running.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def tell_running(folder: Path, words: list[str]) -> bool:
    """Say something to the running program; tell whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(folder))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(json.dumps(words).encode() + b"\n")
    socket.flush()
    heard = socket.waitForReadyRead(ANSWER_MS)
    socket.abort()
    return heard
