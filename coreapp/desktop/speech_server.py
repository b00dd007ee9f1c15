"""Whether speech-dispatcher, which speaks on Linux, is there and answers.

Qt's engine for it connects while it is made and waits for an answer without end; no Python runs
meanwhile, in no thread. So the server is started and asked here first, with a time limit, on a
thread of the caller's: a server that hangs costs the voice, and not the session.
"""

import logging
import os
import shutil
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)

ADDRESS: Final = "SPEECHD_ADDRESS"
"""Names the server to whoever does not want the usual one; such a server is never started here."""

ANSWER_SECONDS: Final = 2.0
START_SECONDS: Final = 8.0
"""It starts its modules and opens the sound device before it goes to the background."""

_PROGRAM: Final = "speech-dispatcher"
_GOOD_BYE: Final = b"QUIT\r\n"
_ANSWER: Final = b"231"
"""How the protocol (SSIP) answers it: "HAPPY HACKING"."""


def server_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether speech-dispatcher answers; start it as its own library would if it does not.

    It may take up to ten seconds: not for the thread that shows windows.
    """
    given = environment.get(ADDRESS)
    if given is not None:
        return _answers(_place(given))
    path = _usual_socket(environment)
    return _answers(path) or (_start(path) and _answers(path))


def server_is_installed() -> bool:
    """Tell whether speech-dispatcher could be started, as far as can be seen."""
    return shutil.which(_PROGRAM) is not None


def _usual_socket(environment: Mapping[str, str]) -> str:
    folder = environment.get("XDG_RUNTIME_DIR") or environment.get("XDG_CACHE_HOME")
    return str(Path(folder or "~/.cache").expanduser() / "speech-dispatcher" / "speechd.sock")


def _place(address: str) -> str | tuple[str, int]:
    """Return what to connect to: the path of a socket, or host and port."""
    method, _colon, rest = address.partition(":")
    if method == "unix_socket":
        return rest
    host, _colon, port = rest.partition(":")
    return host or "127.0.0.1", int(port) if port.isdecimal() else 6560


def _answers(place: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(place, str) else socket.AF_INET
    try:
        with socket.socket(family) as connection:
            connection.settimeout(ANSWER_SECONDS)
            connection.connect(place)
            connection.sendall(_GOOD_BYE)
            return connection.recv(len(_ANSWER)) == _ANSWER
    except OSError as error:
        logger.info("speech-dispatcher does not answer: %s", error)
        return False


def _start(path: str) -> bool:
    """Start the server as libspeechd does; tell whether it says that it runs."""
    program = shutil.which(_PROGRAM)
    if program is None:
        logger.info("speech-dispatcher is not installed")
        return False
    command = [program, "--spawn", "--communication-method", "unix_socket", "--socket-path", path]
    try:
        done = subprocess.run(  # noqa: S603  a fixed command
            command, capture_output=True, check=False, timeout=START_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        logger.info("speech-dispatcher did not start: %s", error)
        return False
    return done.returncode == 0
