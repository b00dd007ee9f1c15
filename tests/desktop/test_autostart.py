"""Starting with the computer: Linux on real files, Windows and macOS on fakes."""

import configparser
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.desktop import autostart_windows
from coreapp.desktop.autostart import pick_autostart
from coreapp.desktop.autostart_macos import LaunchAgent
from coreapp.desktop.autostart_windows import APPROVED, RUN, RunKey, WindowsRegistry
from coreapp.desktop.autostart_xdg import XdgAutostart, entry
from coreapp.desktop.our_name import APP_ID
from coreapp.desktop.own_start import Start, this_start
from coreapp.domain.errors import CoreappError, FileUnreadableError
from coreapp.services.autostart import NoAutostart

START = Start(APP_ID, ("/opt/core app/coreapp", "--hidden"))
WORLD = Start(f"{APP_ID}-12345678", ("/opt/coreapp", "--hidden"), {"COREAPP_HOME": "/home/a b"})


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": f"{tmp_path / 'system'}:not/absolute",
    }


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / f"{APP_ID}.desktop"


@pytest.fixture
def systems(tmp_path: Path) -> Path:
    file = tmp_path / "system" / "autostart" / f"{APP_ID}.desktop"
    file.parent.mkdir(parents=True)
    return file


def exec_of(text: str) -> list[str]:
    """Return the arguments of an entry, as a desktop reads them."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    value = parser["Desktop Entry"]["Exec"]
    value = value.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t")
    value = value.replace("\\r", "\r").replace("\0", "\\")
    arguments = re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', value, re.DOTALL)
    plain = (re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in arguments)
    return [each.replace("%%", "%") for each in plain]


def test_it_is_switched_on_and_off(environment: dict[str, str], mine: Path) -> None:
    linux = XdgAutostart(START, environment)
    assert not linux.is_on()

    linux.turn_on()
    assert linux.is_on()
    assert exec_of(mine.read_text("utf-8")) == ["/opt/core app/coreapp", "--hidden"]
    assert [each.name for each in mine.parent.iterdir()] == [mine.name]

    linux.turn_off()
    assert not linux.is_on()
    assert not mine.exists()
    linux.turn_off()


def test_what_a_desktop_switched_off_is_off(environment: dict[str, str], mine: Path) -> None:
    linux = XdgAutostart(START, environment)
    linux.turn_on()
    text = mine.read_text("utf-8")
    lines = {
        "Hidden=true": False,
        "X-GNOME-Autostart-enabled=false": False,
        "Exec=": False,
        "[another section]\nHidden=x": True,
    }

    for line, is_on in lines.items():
        mine.write_text(f"{text}{line}\n", encoding="utf-8")

        assert linux.is_on() is is_on, line
        linux.turn_on()
        assert linux.is_on(), line


def test_what_is_no_entry_is_off(environment: dict[str, str], mine: Path) -> None:
    mine.parent.mkdir(parents=True)
    for content in (b"", b"no entry", b"\xff\xfe", b"[Desktop Entry]\nName=x\n"):
        mine.write_bytes(content)

        assert not XdgAutostart(START, environment).is_on(), content


def test_an_entry_of_the_system_is_hidden_by_one_of_ours(
    environment: dict[str, str], mine: Path, systems: Path
) -> None:
    systems.write_text(entry(START), encoding="utf-8")
    linux = XdgAutostart(START, environment)
    assert linux.is_on()

    linux.turn_off()
    assert not linux.is_on()
    assert "Hidden=true" in mine.read_text("utf-8")

    linux.turn_on()
    assert linux.is_on()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    linux = XdgAutostart(START, {"XDG_CONFIG_HOME": str(tmp_path / "config")})

    assert not linux.is_on()
    with pytest.raises(FileUnreadableError):
        linux.turn_on()
    with pytest.raises(CoreappError):
        linux.turn_off()


def test_a_relative_folder_is_ignored(tmp_path: Path) -> None:
    linux = XdgAutostart(START, {"XDG_CONFIG_HOME": "relative", "HOME": str(tmp_path)})

    linux.turn_on()

    assert (tmp_path / ".config/autostart" / f"{APP_ID}.desktop").exists()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20))
def test_any_path_comes_through(name: str) -> None:
    start = Start(APP_ID, (f"/opt/{name}", "--hidden"))

    (line,) = [each for each in entry(start).split("\n") if each.startswith("Exec=")]
    assert exec_of(f"[Desktop Entry]\n{line}\n") == list(start.command)


def test_desktops_find_nothing_wrong_with_it(tmp_path: Path) -> None:
    validate = shutil.which("desktop-file-validate")
    if validate is None:
        pytest.skip("desktop-file-validate is not installed")
    odd = Start(APP_ID, ('/a "b" $c `d` \\e %f', "-m"))
    files = [tmp_path / f"{name}.desktop" for name in ("usual", "world", "odd")]
    for file, start in zip(files, (START, WORLD, odd), strict=True):
        file.write_text(entry(start), encoding="utf-8")

    done = subprocess.run([validate, *files], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_world_of_its_own_has_an_entry_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "coreapp").touch()
    python = str(tmp_path / "python")
    usual = this_start("linux", python, world="")
    one, two = (this_start("linux", python, world=str(tmp_path / each)) for each in ("a", "b"))

    assert usual == Start(APP_ID, (str(tmp_path / "coreapp"), "--hidden"))
    assert len({usual.name, one.name, two.name}) == 3
    assert one.environment == {"COREAPP_HOME": str(tmp_path / "a")}
    assert exec_of(entry(one))[:2] == ["env", f"COREAPP_HOME={tmp_path / 'a'}"]


def test_without_the_command_the_package_is_run(tmp_path: Path) -> None:
    python = str(tmp_path / "python")
    assert this_start("linux", python, "").command == (python, "-m", "coreapp", "--hidden")

    (tmp_path / "pythonw.exe").touch()
    windows = this_start("win32", str(tmp_path / "python.exe"), "").command
    assert windows == (str(tmp_path / "pythonw.exe"), "-m", "coreapp", "--hidden")


def test_the_variable_names_the_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path))
    assert this_start().environment == {"COREAPP_HOME": str(tmp_path.resolve())}


def test_each_system_has_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autostart_windows, "WindowsRegistry", FakeRegistry)
    monkeypatch.delenv("COREAPP_HOME")

    assert isinstance(pick_autostart("linux"), XdgAutostart)
    assert isinstance(pick_autostart("darwin"), LaunchAgent)
    assert isinstance(pick_autostart("win32"), RunKey)
    assert isinstance(pick_autostart("plan9"), NoAutostart)


def test_a_world_of_its_own_is_not_for_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing there could set the variable."""
    monkeypatch.setenv("COREAPP_HOME", "/somewhere")
    nothing = pick_autostart("win32")

    assert not nothing.is_there
    nothing.turn_on()
    assert not nothing.is_on()
    nothing.turn_off()


def test_a_launch_agent_is_written_and_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "Library" / "LaunchAgents"
    mac = LaunchAgent(WORLD, folder)
    assert not mac.is_on()

    mac.turn_on()
    assert mac.is_on()
    file = folder / f"{WORLD.name}.plist"
    assert plistlib.loads(file.read_bytes()) == {
        "Label": WORLD.name,
        "ProgramArguments": ["/opt/coreapp", "--hidden"],
        "RunAtLoad": True,
        "ProcessType": "Interactive",
        "EnvironmentVariables": {"COREAPP_HOME": "/home/a b"},
    }

    mac.turn_off()
    assert not mac.is_on()
    assert not file.exists()


def test_what_is_no_agent_is_off(tmp_path: Path) -> None:
    other = (plistlib.dumps([1]), plistlib.dumps({"Label": "x"}))
    for content in (b"", b"no list", b"<plist><dict>", *other):
        (tmp_path / f"{APP_ID}.plist").write_bytes(content)

        assert not LaunchAgent(START, tmp_path).is_on(), content


def test_an_agent_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    mac = LaunchAgent(START, tmp_path / "file")

    assert not mac.is_on()
    with pytest.raises(CoreappError):
        mac.turn_on()
    with pytest.raises(CoreappError):
        mac.turn_off()


class FakeRegistry:
    """The registry as a dictionary."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], object] = {}
        self.fails = False

    def read(self, key: str, name: str) -> object | None:
        self._check()
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self._check()
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        self._check()
        self.values.pop((key, name), None)

    def _check(self) -> None:
        if self.fails:
            raise PermissionError(13, "denied")


def test_the_run_key_is_written_and_taken_away() -> None:
    registry = FakeRegistry()
    start = Start(APP_ID, (r"C:\Program Files\Coreapp\pythonw.exe", "-m", "coreapp", "--hidden"))
    windows = RunKey(start, registry)
    assert not windows.is_on()

    windows.turn_on()
    assert windows.is_on()
    command = registry.values[RUN, APP_ID]
    assert command == r'"C:\Program Files\Coreapp\pythonw.exe" -m coreapp --hidden'

    windows.turn_off()
    assert not windows.is_on()
    assert registry.values == {}


def test_what_the_task_manager_leaves_out_is_off_until_it_is_switched_on() -> None:
    registry = FakeRegistry()
    windows = RunKey(START, registry)
    windows.turn_on()

    registry.values[APPROVED, APP_ID] = b"\x02" + bytes(11)
    assert windows.is_on()
    registry.values[APPROVED, APP_ID] = b"\x03" + bytes(11)
    assert not windows.is_on()

    windows.turn_on()
    assert windows.is_on()


def test_a_registry_that_refuses_is_told() -> None:
    registry = FakeRegistry()
    registry.fails = True
    windows = RunKey(START, registry)

    assert not windows.is_on()
    with pytest.raises(FileUnreadableError):
        windows.turn_on()
    with pytest.raises(FileUnreadableError):
        windows.turn_off()


class FakeWinreg:
    """Python's module for the registry, as far as it is used."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", 2, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {}

    def OpenKey(self, _root, key, _reserved=0, _access=0):
        if key not in self.keys:
            raise FileNotFoundError(2, key)
        return _Opened(self.keys[key])

    def CreateKey(self, _root, key):
        return _Opened(self.keys.setdefault(key, {}))

    def QueryValueEx(self, opened, name):
        if name not in opened:
            raise FileNotFoundError(2, name)
        return opened[name], self.REG_SZ

    def SetValueEx(self, opened, name, _reserved, _kind, text):
        opened[name] = text

    def DeleteValue(self, opened, name):
        if name not in opened:
            raise FileNotFoundError(2, name)
        del opened[name]


class _Opened:
    def __init__(self, values: dict[str, object]) -> None:
        self._values = values

    def __enter__(self) -> dict[str, object]:
        return self._values

    def __exit__(self, *_how: object) -> None:
        pass


def test_the_registry_is_spoken_to_as_python_does(monkeypatch: pytest.MonkeyPatch) -> None:
    module = FakeWinreg()
    monkeypatch.setitem(sys.modules, "winreg", SimpleNamespace(**_members(module)))
    registry = WindowsRegistry()

    assert registry.read(RUN, "Coreapp") is None
    registry.delete(RUN, "Coreapp")
    registry.write(RUN, "Coreapp", "coreapp")
    assert registry.read(RUN, "Coreapp") == "coreapp"
    assert registry.read(RUN, "Other") is None
    registry.delete(RUN, "Coreapp")
    registry.delete(RUN, "Coreapp")
    assert module.keys == {RUN: {}}


def _members(module: object) -> dict[str, object]:
    return {name: getattr(module, name) for name in dir(module) if not name.startswith("_")}
