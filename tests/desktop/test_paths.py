"""Where a world lies."""

import stat
from pathlib import Path

from coreapp.desktop.paths import Paths, find_paths


def test_everything_lies_in_the_folder_that_is_named(coreapp_home: Path) -> None:
    paths = find_paths()

    assert paths.data == coreapp_home
    assert paths.database == coreapp_home / "coreapp.db"
    for file in (
        paths.settings,
        paths.window_state,
        paths.sitting_state,
        paths.reminders,
        paths.log_file,
    ):
        assert file.parent == coreapp_home


def test_the_folder_is_made_for_its_owner_alone(monkeypatch, tmp_path: Path) -> None:
    home = tmp_path / "deep" / "inside"
    monkeypatch.setenv("COREAPP_HOME", str(home))

    find_paths()

    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_the_log_can_be_in_another_database(monkeypatch) -> None:
    monkeypatch.setenv("COREAPP_DATABASE_URL", "sqlite:////tmp/elsewhere.db")

    assert find_paths().database == "sqlite:////tmp/elsewhere.db"


def test_else_it_is_the_platforms_own_folder(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("COREAPP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))

    paths = find_paths()

    assert paths.data.name == "coreapp"
    assert paths.data.is_relative_to(tmp_path)
    assert paths.data.is_dir()


def test_what_ships_is_found() -> None:
    assets = find_paths().assets
    folders = ("exercises", "routines", "figures", "themes", "sounds")

    assert [each for each in folders if not any((assets / each).iterdir())] == []


def test_a_wheel_has_them_inside_the_package(monkeypatch, tmp_path: Path) -> None:
    package = tmp_path / "coreapp"
    (package / "_data").mkdir(parents=True)
    (package / "desktop").mkdir()
    monkeypatch.setattr("coreapp.desktop.paths.__file__", str(package / "desktop" / "paths.py"))

    paths: Paths = find_paths()

    assert paths.assets == package / "_data" / "assets"
    assert paths.translations == package / "_data" / "translations"
