"""Sound servers without hardware: PulseAudio, and PipeWire with what stands in for PulseAudio.

Each has two devices, `speakers` and `microphone`, and nothing of the person's own.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from coreapp.desktop.senses.pulse_wire import NOBODY
from tests.real_desktop.probes import eventually
from tests.real_desktop.session_bus import skip_without

PULSE_MODULES = (
    "module-native-protocol-unix auth-anonymous=0 socket={socket}",
    "module-null-sink sink_name=speakers",
    "module-null-sink sink_name=air",
    "module-virtual-source source_name=microphone master=air.monitor",
)

PIPEWIRE = """
context.properties = { core.daemon = true core.name = pipewire-0 }
context.spa-libs = {
  audio.convert.* = audioconvert/libspa-audioconvert  support.* = support/libspa-support
}
context.modules = [
  { name = libpipewire-module-protocol-native }
  { name = libpipewire-module-metadata }
  { name = libpipewire-module-spa-node-factory }
  { name = libpipewire-module-client-node }
  { name = libpipewire-module-access }
  { name = libpipewire-module-adapter }
  { name = libpipewire-module-link-factory }
  { name = libpipewire-module-session-manager }
]
context.objects = [
  { factory = spa-node-factory  args = {
      factory.name = support.node.driver  node.name = Dummy-Driver
      node.group = pipewire.dummy  priority.driver = 20000 } }
  { factory = adapter  args = {
      factory.name = support.null-audio-sink  node.name = microphone
      media.class = Audio/Source/Virtual  audio.position = [ FL FR ]  object.linger = true } }
  { factory = adapter  args = {
      factory.name = support.null-audio-sink  node.name = speakers
      media.class = Audio/Sink  audio.position = [ FL FR ]  object.linger = true } }
]
"""
"""The metadata `default` are the session manager's, which writes into them what the usual devices
are. With others of the daemon beside them a program may take these, and then finds no device.
"""

PIPEWIRE_PULSE = """
context.spa-libs = {
  audio.convert.* = audioconvert/libspa-audioconvert  support.* = support/libspa-support
}
context.modules = [
  { name = libpipewire-module-protocol-native }
  { name = libpipewire-module-client-node }
  { name = libpipewire-module-adapter }
  { name = libpipewire-module-metadata }
  { name = libpipewire-module-protocol-pulse }
]
pulse.properties = { server.address = [ "unix:native" ] }
"""


PATIENCE_SECONDS = (5, 10, 15)
"""How long an answer may take before the question is asked again, thirty seconds in all."""


class SoundServer:
    """A server that runs."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = {**os.environ, **environment}

    def control(self, *words: str) -> str:
        """Return what the server answers to `pactl`; nothing where it refuses.

        One that is just starting on a busy machine may take a question and never answer it: it is
        asked again, and only one that answers nothing for long is at fault.
        """
        for patience in PATIENCE_SECONDS:
            try:
                done = subprocess.run(
                    ["pactl", *words],
                    env=self._environment,
                    capture_output=True,
                    text=True,
                    timeout=patience,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                continue
            return done.stdout if done.returncode == 0 else ""
        raise TimeoutError(f"the sound server did not answer: pactl {' '.join(words)}")

    @contextmanager
    def stream(self, program: str, device: str, **properties: object) -> Iterator[None]:
        """Let `parec` record or `pacat` play, with properties whose dots are written as __."""
        words = [f"--property={key.replace('__', '.')}={it}" for key, it in properties.items()]
        # Nothing is read from a pipe that stays open, so pacat plays silence until it is ended.
        process = subprocess.Popen(
            [program, f"--device={device}", *words],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        with process:
            try:
                yield
            finally:
                process.terminate()

    def is_recorded(self) -> bool:
        """Tell whether the newest recording stream has been given a device."""
        streams = self.control("list", "short", "source-outputs").splitlines()
        return (
            bool(streams)
            and "pacat" in self.control("list", "source-outputs")
            and (streams[-1].split()[1] != str(NOBODY))
        )

    def newest_recording(self) -> str:
        """Return the number of the recording stream that was made last."""
        return self.control("list", "short", "source-outputs").splitlines()[-1].split()[0]


@contextmanager
def pulseaudio(folder: Path, environment: dict[str, str]) -> Iterator[SoundServer]:
    """Run PulseAudio; add to the environment what finds it."""
    skip_without("pulseaudio", "pactl", "parec", "pacat")
    home, runtime = _folders(folder)
    environment |= {"HOME": str(home), "PULSE_RUNTIME_PATH": str(runtime)}
    loads = [f"--load={module.format(socket=runtime / 'native')}" for module in PULSE_MODULES]
    with _running(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", *loads],
        environment,
    ):
        server = SoundServer(environment)
        eventually(lambda: "microphone" in server.control("list", "short", "sources"))
        yield server


@contextmanager
def pipewire(folder: Path, environment: dict[str, str]) -> Iterator[SoundServer]:
    """Run PipeWire, its session manager on a bus of its own, and its stand-in for PulseAudio."""
    skip_without("pipewire", "wireplumber", "dbus-run-session", "pactl", "parec", "pacat")
    home, runtime = _folders(folder)
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
    environment |= {f"XDG_{kind}_HOME": str(home) for kind in ("STATE", "CONFIG", "DATA")}
    (folder / "daemon.conf").write_text(PIPEWIRE)
    (folder / "pulse.conf").write_text(PIPEWIRE_PULSE)
    with ExitStack() as running:
        running.enter_context(_running(["pipewire", "-c", folder / "daemon.conf"], environment))
        eventually((runtime / "pipewire-0").is_socket)
        manager = [shutil.which("wireplumber") or "wireplumber"]
        running.enter_context(_running(["dbus-run-session", "--", *manager], environment))
        running.enter_context(_running(["pipewire", "-c", folder / "pulse.conf"], environment))
        server = SoundServer(environment)
        # The devices are there before the manager is. Until it has come no stream is given one,
        # and who asked for one gets no answer and gives up in the end: "Stream error: Timeout".
        eventually(lambda: server.control("get-default-sink").strip() == "speakers")
        eventually(lambda: server.control("get-default-source").strip() == "microphone")
        yield server


ServerMaker = Callable[[Path, dict[str, str]], object]
SERVERS = (pulseaudio, pipewire)


def _folders(folder: Path) -> tuple[Path, Path]:
    home, runtime = folder / "home", folder / "sound"
    home.mkdir(parents=True, exist_ok=True)
    runtime.mkdir(mode=0o700, exist_ok=True)
    return home, runtime


@contextmanager
def _running(command: list[object], environment: Mapping[str, str]) -> Iterator[None]:
    # A group of its own, so that what it starts ends with it.
    process = subprocess.Popen(
        [str(word) for word in command],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:  # one that is stuck must not stay
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
