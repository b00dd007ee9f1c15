"""The real clock, and the one that runs faster."""

import ctypes
import time
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from coreapp.desktop import clock as module
from coreapp.desktop.clock import ScaledClock, SystemClock
from tests.fakes.clock import FakeClock


def test_a_reading_has_all_clocks_of_one_moment(tmp_path: Path) -> None:
    first, second = SystemClock().reading(), SystemClock().reading()

    assert first.utc <= second.utc < first.utc + timedelta(seconds=5)
    # The file system has a clock of its own to compare with.
    written = tmp_path / "now"
    written.touch()
    assert abs(written.stat().st_mtime - second.utc.timestamp()) < 5
    assert first.utc.tzinfo is UTC
    assert 0 <= second.monotonic - first.monotonic < 5
    assert second.boot >= first.boot


def test_without_a_boot_clock_the_monotonic_one_stands_in(monkeypatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)

    reading = SystemClock().reading()

    assert reading.boot == reading.monotonic


def test_macos_has_two_clocks_that_only_sleep_tells_apart(monkeypatch) -> None:
    told = {4: 100.5, 8: 20.25}  # with sleep, without
    monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", 4)
    monkeypatch.setattr(time, "CLOCK_UPTIME_RAW", 8, raising=False)
    monkeypatch.setattr(time, "clock_gettime", told.__getitem__)

    reading = SystemClock().reading()

    assert (reading.monotonic, reading.boot) == (20.25, 100.5)


def test_windows_has_its_interrupt_time_without_and_with_sleep(monkeypatch) -> None:
    class Library:
        @staticmethod
        def QueryUnbiasedInterruptTime(place) -> None:
            place._obj.value = 20_000_000

        @staticmethod
        def QueryInterruptTime(place) -> None:
            place._obj.value = 95_000_000

    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: {"kernelbase": Library}[name])

    reading = SystemClock().reading()

    assert (reading.monotonic, reading.boot) == (2.0, 9.5)


def test_the_zone_is_the_one_the_environment_names(monkeypatch) -> None:
    zones = {"Europe/Berlin": "Europe/Berlin", ":Asia/Tokyo": "Asia/Tokyo", "UTC": "UTC"}

    for named, zone in zones.items():
        monkeypatch.setenv("TZ", named)
        assert SystemClock().zone() == zone


def test_else_it_is_the_one_the_system_is_set_to(monkeypatch, tmp_path: Path) -> None:
    place = tmp_path / "zoneinfo" / "America" / "New_York"
    place.parent.mkdir(parents=True)
    place.touch()
    link = tmp_path / "localtime"
    link.symlink_to(place)
    monkeypatch.setattr(module, "LOCALTIME", link)

    for named in ("", "CET-1CEST,M3.5.0,M10.5.0/3", "../../etc/passwd", "Nowhere"):
        monkeypatch.setenv("TZ", named)
        assert SystemClock().zone() == "America/New_York", named


def test_it_is_another_one_when_the_system_is_set_to_another_one(monkeypatch, tmp_path) -> None:
    zones = tmp_path / "zoneinfo" / "Europe"
    zones.mkdir(parents=True)
    link = tmp_path / "localtime"
    monkeypatch.setenv("TZ", "")
    monkeypatch.setattr(module, "LOCALTIME", link)
    for city in ("Berlin", "Paris", "Berlin"):
        (zones / city).touch()
        link.unlink(missing_ok=True)
        link.symlink_to(zones / city)

        assert SystemClock().zone() == SystemClock().zone() == f"Europe/{city}"


def test_a_link_by_way_of_another_one_is_followed_each_time(monkeypatch, tmp_path) -> None:
    zones = tmp_path / "zoneinfo" / "Europe"
    zones.mkdir(parents=True)
    link, way = tmp_path / "localtime", tmp_path / "way"
    link.symlink_to(way)
    monkeypatch.setenv("TZ", "")
    monkeypatch.setattr(module, "LOCALTIME", link)
    for city in ("Berlin", "Paris"):
        (zones / city).touch()
        way.unlink(missing_ok=True)
        way.symlink_to(zones / city)

        assert SystemClock().zone() == f"Europe/{city}"


def test_a_zone_that_cannot_be_told_is_what_qt_says_or_utc(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", "")
    monkeypatch.setattr(module, "LOCALTIME", tmp_path / "missing")
    assert module._is_zone(SystemClock().zone())

    monkeypatch.setattr(module, "_zone_from_qt", lambda: None)
    assert SystemClock().zone() == "Etc/UTC"


def test_the_boot_has_a_name_that_stays(monkeypatch, tmp_path: Path) -> None:
    assert SystemClock().boot_id() == SystemClock().boot_id()

    monkeypatch.setattr(module, "BOOT_ID", tmp_path / "missing")
    module._boot_id.cache_clear()
    assert SystemClock().boot_id() == ""
    module._boot_id.cache_clear()


def test_a_faster_clock_is_ahead_on_all_clocks_alike() -> None:
    real = FakeClock()
    fast = ScaledClock(real, 10)
    start = fast.reading()
    assert start == real.reading()

    real.advance(6)

    now = fast.reading()
    assert now.utc - start.utc == timedelta(minutes=1)
    assert now.monotonic - start.monotonic == pytest.approx(60)
    assert now.boot - start.boot == pytest.approx(60)
    assert (fast.zone(), fast.boot_id()) == (real.zone(), real.boot_id())


def test_sleep_is_not_made_longer_by_a_faster_clock() -> None:
    real = FakeClock()
    fast = ScaledClock(real, 10)
    start = fast.reading()

    real.sleep(100)

    now = fast.reading()
    assert now.monotonic == start.monotonic
    assert now.boot - start.boot == pytest.approx(100)
    assert now.utc - start.utc == timedelta(seconds=100)
