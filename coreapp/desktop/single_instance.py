"""One running program for each data folder: a second start sends its words to the first.

Words are a list, heard and not answered. A question is an object, and is answered with another
one: what they say is agreed upon in `services/remote.py`. Each is one line of JSON.
"""

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coreapp.domain.errors import NotNowError
from coreapp.services.remote import NO_ANSWER, NOT_RUNNING

logger = logging.getLogger(__name__)

ANSWER_MS = 5000
"""How long a second start waits for the first to answer, who may be busy on a loaded machine."""

QUESTION_MS = 30_000
"""How long the answer to a question may take: one that is put while the program starts waits, at
log-in 20 seconds for the tray alone."""


class Question:
    """What another process asks; it is answered once, now or later, or never."""

    def __init__(self, document: object, socket: QLocalSocket) -> None:
        self._document = document
        self._socket: QLocalSocket | None = socket
        socket.disconnected.connect(self._let_go)

    @property
    def document(self) -> object:
        """What was asked, as it came."""
        return self._document

    def answer(self, document: Mapping[str, object]) -> None:
        """Send the answer, unless the other has gone meanwhile."""
        if self._socket is None:
            return
        socket = self._socket
        socket.write(json.dumps(document).encode() + b"\n")
        socket.flush()
        socket.disconnectFromServer()

    def _let_go(self) -> None:
        self._socket = None


def _server_name(folder: Path) -> str:
    """Return a name of its own for each data folder, short enough for every system."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"coreapp-{digest[:16]}"


class SingleInstance(QObject):
    """Holds the lock of a data folder and hears what later starts have to say.

    Signals:
        asked: the words of a later start, for example `["show"]`.
        question_came: a `Question`, which whoever hears it answers.
    """

    asked = Signal(list)
    question_came = Signal(object)

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
            said = json.loads(bytes(socket.readLine().data()))
        except (ValueError, RecursionError):
            logger.warning("a later start said something that is not understood")
            return
        if isinstance(said, dict):
            self.question_came.emit(Question(said, socket))
            return
        # Answered before anything is done: a window may take longer than the other start waits.
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
        if isinstance(said, list):
            self.asked.emit([str(word) for word in said])


def is_running(folder: Path) -> bool:
    """Tell whether a program runs on this data folder, without disturbing it."""
    file = folder / "running.lock"
    if not file.exists():
        # Nothing is locked even for a moment: a program that starts just now must not be stopped.
        return False
    lock = QLockFile(str(file))
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


def ask_running(folder: Path, document: Mapping[str, object]) -> object:
    """Put a question to the running program and return its answer, as it came.

    Raises:
        NotNowError: none runs, or it does not answer in time.
    """
    socket = QLocalSocket()
    socket.connectToServer(_server_name(folder))
    if not socket.waitForConnected(ANSWER_MS):
        raise NotNowError(NO_ANSWER if is_running(folder) else NOT_RUNNING)
    socket.write(json.dumps(document).encode() + b"\n")
    socket.flush()
    deadline = QDeadlineTimer(QUESTION_MS)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(deadline.remainingTime()):
            break
    line = bytes(socket.readLine().data()) if socket.canReadLine() else b""
    socket.abort()
    if not line:
        raise NotNowError(NO_ANSWER)
    try:
        answer: object = json.loads(line)
    except ValueError:
        return None  # the "ok" of a version that knows no questions
    return answer
