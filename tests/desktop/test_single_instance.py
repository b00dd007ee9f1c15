"""One program for each data folder."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from coreapp.desktop import single_instance
from coreapp.desktop.single_instance import (
    Question,
    SingleInstance,
    _server_name,
    ask_running,
    is_running,
    tell_running,
)
from coreapp.domain.errors import NotNowError

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path):
    instance = SingleInstance(tmp_path)
    instance.heard = []
    instance.asked.connect(instance.heard.append)
    assert instance.claim()
    yield instance
    instance.release()


TELL = """
import json, sys
from pathlib import Path
from coreapp.desktop.single_instance import tell_running
sys.exit(not all(tell_running(Path(sys.argv[1]), words) for words in json.loads(sys.argv[2])))
"""


def tell_from_elsewhere(qtbot: QtBot, folder: Path, *told: list[str]) -> bool:
    """Say something from another process, while the first goes on with its own work."""
    other = subprocess.Popen(
        [sys.executable, "-c", TELL, str(folder), json.dumps(told)], cwd=REPOSITORY
    )
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    return other.returncode == 0


def test_a_second_claim_fails_until_the_first_lets_go(first, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path)
    assert not second.claim()

    first.release()

    assert second.claim()
    second.release()


def test_another_folder_is_another_world(first, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    instance = SingleInstance(other)

    assert instance.claim()
    instance.release()
    assert not tell_running(other, ["show"])


def test_words_of_many_starts_reach_the_first(first, qtbot: QtBot, tmp_path: Path) -> None:
    told = [["show"], ["play", "ein-plän", "1.0"], [], ["show"], ["play", "2"]]

    assert tell_from_elsewhere(qtbot, tmp_path, *told)
    assert first.heard == told


def test_the_same_folder_by_another_way_is_the_same_world(
    first, qtbot: QtBot, tmp_path: Path
) -> None:
    link = tmp_path.with_name("link")
    link.symlink_to(tmp_path)

    assert tell_from_elsewhere(qtbot, link, ["show"])
    assert not SingleInstance(link).claim()


def test_nonsense_is_passed_over(first, qtbot: QtBot, tmp_path: Path) -> None:
    for line in (b"no json\n", b'{"a": 1}\n', b"\xff\xfe\n", b"not ended"):
        stranger = QLocalSocket()
        stranger.connectToServer(_server_name(tmp_path))
        assert stranger.waitForConnected(2000)
        stranger.write(line)
        stranger.flush()
        qtbot.wait(10)
        stranger.abort()

    assert tell_from_elsewhere(qtbot, tmp_path, ["show"])
    assert first.heard == [["show"]]


def test_the_answer_does_not_wait_for_what_is_done(first, qtbot: QtBot, tmp_path: Path) -> None:
    other = QLocalSocket()
    other.connectToServer(_server_name(tmp_path))
    assert other.waitForConnected()
    answers = []
    first.asked.connect(lambda _words: answers.append(other.waitForReadyRead(10_000)))

    other.write(b'["show"]\n')
    other.flush()
    qtbot.waitUntil(lambda: bool(answers))

    assert answers == [True]
    other.abort()


def test_whether_one_runs_can_be_asked_without_a_trace(first, tmp_path: Path) -> None:
    assert is_running(tmp_path)
    first.release()
    assert not is_running(tmp_path)
    assert not (tmp_path / "running.lock").exists()
    assert first.claim()


def test_nobody_there_is_no_answer(qapp, tmp_path: Path) -> None:
    assert not tell_running(tmp_path, ["show"])


@pytest.mark.skipif(sys.platform == "win32", reason="there no file stays behind")
def test_lock_and_socket_of_a_killed_process_are_taken_over(qapp, tmp_path: Path) -> None:
    """The lock names the process: 2**22 is above every process id of Linux."""
    lock = tmp_path / "running.lock"
    lock.write_text(f"{2**22 + 1}\ncoreapp\n{socket.gethostname()}\n", encoding="utf-8")
    server = QLocalServer()
    assert server.listen(_server_name(tmp_path))
    file = server.fullServerName()
    server.close()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(file)  # which only `unlink` would take away again

    instance = SingleInstance(tmp_path)

    assert instance.claim()
    later = QLocalSocket()
    later.connectToServer(_server_name(tmp_path))
    assert later.waitForConnected(2000)
    later.abort()
    instance.release()


def test_one_that_holds_the_lock_but_does_not_answer(qapp, tmp_path: Path) -> None:
    lock = QLockFile(str(tmp_path / "running.lock"))
    assert lock.tryLock(0)

    assert not SingleInstance(tmp_path).claim()
    assert not tell_running(tmp_path, ["show"])
    lock.unlock()


ASK = """
import json, sys
from pathlib import Path
from coreapp.desktop.single_instance import ask_running
print(len(ask_running(Path(sys.argv[1]), json.loads(sys.argv[2]))["words"]))
"""


def ask_from_elsewhere(folder: Path, document: object) -> subprocess.Popen[str]:
    """Put a question from another process."""
    words = [sys.executable, "-c", ASK, str(folder), json.dumps(document)]
    return subprocess.Popen(words, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def questions(first) -> list[Question]:
    asked: list[Question] = []
    first.question_came.connect(asked.append)
    return asked


def test_a_question_is_answered(first, questions, qtbot: QtBot, tmp_path: Path) -> None:
    other = ask_from_elsewhere(tmp_path, {"version": 1, "order": "größer"})
    qtbot.waitUntil(lambda: bool(questions), timeout=30_000)
    assert questions[0].document == {"version": 1, "order": "größer"}

    questions[0].answer({"words": ["ja, größer"] * 20_000})
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)

    assert other.stdout.read() == "20000\n"
    other.stdout.close()
    assert first.heard == []


def test_who_went_before_the_answer_is_not_missed(
    first, questions, qtbot: QtBot, tmp_path: Path
) -> None:
    other = QLocalSocket()
    other.connectToServer(_server_name(tmp_path))
    assert other.waitForConnected()
    other.write(b'{"version": 1}\n')
    other.flush()
    qtbot.waitUntil(lambda: bool(questions))

    other.abort()
    qtbot.waitUntil(lambda: questions[0]._socket is None)
    questions[0].answer({})


def test_nobody_to_ask_is_told(qapp, tmp_path: Path) -> None:
    with pytest.raises(NotNowError, match="is not running"):
        ask_running(tmp_path, {})
    assert not (tmp_path / "running.lock").exists()


def test_one_that_holds_the_lock_but_hears_no_questions(qapp, tmp_path: Path) -> None:
    lock = QLockFile(str(tmp_path / "running.lock"))
    assert lock.tryLock(0)

    with pytest.raises(NotNowError, match="does not answer"):
        ask_running(tmp_path, {})
    lock.unlock()


STRANGER = """
import sys
from PySide6.QtNetwork import QLocalServer
server = QLocalServer()
assert server.listen(sys.argv[1])
print("listens", flush=True)
for says in sys.argv[2:]:
    assert server.waitForNewConnection(30_000)
    socket = server.nextPendingConnection()
    socket.waitForReadyRead(5_000)
    socket.write(says.encode())
    socket.flush()
    socket.waitForDisconnected(5_000)
"""


def test_what_is_no_answer_is_told(monkeypatch, tmp_path: Path) -> None:
    """An older version says "ok" to everything; one that hangs says nothing, or half a line."""
    answers = {"ok\n": None, '{"a": 1}\n': {"a": 1}}
    hangs = ("", "half a li")
    words = [sys.executable, "-c", STRANGER, _server_name(tmp_path), *answers, *hangs]
    other = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "listens\n"

    try:
        for says, answer in answers.items():
            assert ask_running(tmp_path, {}) == answer, says
        monkeypatch.setattr(single_instance, "QUESTION_MS", 50)
        for says in hangs:
            with pytest.raises(NotNowError, match="does not answer"):
                pytest.fail(f"{says!r} is taken for {ask_running(tmp_path, {})}")
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
