"""A speech-dispatcher of the test's own, which lets espeak-ng write what it says to files.

The folders can be named where the programs are not installed but only unpacked:
SPEECHD_MODULE_DIR (speech-dispatcher's modules; ours), SPEECHD_PLUGIN_DIR and ESPEAK_DATA_PATH.
"""

import os
import shutil
import subprocess
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("speech-dispatcher", "espeak-ng")
MODULES = os.environ.get("SPEECHD_MODULE_DIR", "")

LOUD = 200
"""A sample beyond this is heard, of 32767."""

SERVER = """\
LogLevel 3
LogDir "{folder}"
AudioOutputMethod "libao"
AddModule "file" "sd_generic" "file.conf"
DefaultModule "file"
"""

COMMAND = (
    "file={said}/$(date +%s%N); "
    "printf %s \\'$DATA\\' | {speak} -v $VOICE -s $RATE --stdin -w $file && mv $file $file.wav"
)
"""A sound has its name when it is whole."""

MODULE = """\
GenericExecuteSynth "{command}"
GenericCmdDependency "espeak-ng"
GenericMaxChunkLength 300
GenericDelimiters "."
GenericRateAdd 170
GenericRateMultiply 100
GenericLanguage "en" "en-us" "utf-8"
GenericLanguage "de" "de" "utf-8"
AddVoice "en" "MALE1" "en-us"
AddVoice "de" "MALE1" "de"
DefaultVoice "en-us"
"""


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        address: for `SPEECHD_ADDRESS`.
        said: where each text becomes a wave file.
    """

    address: str
    said: Path

    def seconds(self) -> list[float]:
        """Return how long each text is, oldest first, from its beginning to its last sound."""
        return [heard_seconds(file) for file in sorted(self.said.glob("*.wav"))]


def missing_programs() -> list[str]:
    """Return what is not installed."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def heard_seconds(file: Path) -> float:
    """Return the length of a wave file to its last sound."""
    with wave.open(str(file), "rb") as sound:
        rate, samples = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))
    return max((i for i, sample in enumerate(samples) if abs(sample) > LOUD), default=0) / rate


def speak_to_file(text: str, language: str, file: Path) -> float:
    """Let espeak-ng say a text at 170 words a minute; return how long it is heard."""
    voice = "en-us" if language == "en" else language
    command = ["espeak-ng", "-v", voice, "-s", "170", "-w", str(file), text]
    subprocess.run(command, check=True, timeout=20)
    return heard_seconds(file)


@contextmanager
def speech_server(folder: Path) -> Iterator[Server]:
    """Run a server that speaks English and German into files."""
    said, modules, address = folder / "said", folder / "modules", folder / "socket"
    said.mkdir()
    modules.mkdir()
    (folder / "speechd.conf").write_text(SERVER.format(folder=folder))
    command_line = COMMAND.format(speak=shutil.which("espeak-ng"), said=said)
    (modules / "file.conf").write_text(MODULE.format(command=command_line))
    # No sound device is needed: libao is told to throw away what the server itself would play.
    (folder / ".libao").write_text("default_driver=null\n")
    command = ["speech-dispatcher", "--run-single", "--communication-method", "unix_socket"]
    command += ["--socket-path", str(address), "--config-dir", str(folder), "--timeout", "0"]
    command += ["--log-dir", str(folder), "--pid-file", str(folder / "pid")]
    command += ["--module-dir", MODULES] if MODULES else []
    with (folder / "output").open("w") as output:
        server = subprocess.Popen(
            command, env={**os.environ, "HOME": str(folder)}, stdout=output, stderr=output
        )
    try:
        yield Server(f"unix_socket:{address}", said)
    finally:
        server.terminate()
        server.wait(10)
