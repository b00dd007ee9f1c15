"""Two screens of different scale, as Qt's platform without a screen has them: a real process."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent / "processes" / "two_screens.py"
REPOSITORY = Path(__file__).parents[3]
SCREENS = {"main": (0, 0, 1280, 800, 1), "beside": (1280, 120, 1920, 1080, 2)}
"""Left, top, width and height as the windows count them, and the scale."""


def config() -> str:
    return json.dumps(
        {
            "screens": [
                {
                    "name": name,
                    "x": left,
                    "y": top,
                    "width": width * scale,
                    "height": height * scale,
                    "logicalDpi": 96 * scale,
                    "logicalBaseDpi": 96,
                }
                for name, (left, top, width, height, scale) in SCREENS.items()
            ]
        }
    )


@cache
def told(folder: Path) -> Any:
    file = folder / "screens.json"
    file.write_text(config(), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCRIPT],
        env=os.environ
        | {"PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return told(tmp_path_factory.mktemp("screens"))


def test_each_screen_has_one_window_at_its_place(seen):
    places = {each["screen"]: each["box"] for each in seen["open"]}
    assert places == {name: list(box[:4]) for name, box in SCREENS.items()}
    assert len(seen["open"]) == len(SCREENS)
    assert all(each["full"] and each["visible"] for each in seen["open"])


def test_the_answers_are_on_the_primary_one_and_the_clock_on_the_other(seen):
    kinds = {each["screen"]: each["kind"] for each in seen["open"]}
    assert kinds.pop(seen["primary"]) == "BreakWindow"
    assert list(kinds.values()) == ["CalmWindow"]


def test_each_is_painted_as_finely_as_its_screen(seen):
    for each in seen["open"]:
        _left, _top, width, height, scale = SCREENS[each["screen"]]
        assert each["pixels"] == [width * scale, height * scale]


def test_a_screen_that_goes_takes_its_window_along_at_once(seen):
    assert [each["screen"] for each in seen["lost"]] == [seen["primary"]]


def test_a_screen_that_comes_is_covered_once_when_all_is_quiet(seen):
    assert seen["waiting"] == 1
    assert {each["screen"] for each in seen["back"]} == set(SCREENS)
    assert len(seen["back"]) == len(SCREENS)


def test_the_bar_is_on_the_screen_where_the_mouse_is_and_wholly_on_it(seen):
    left, top, width, height, _scale = SCREENS[seen["mouse"]]
    x, y, wide, high = seen["bar"]["box"]

    assert left <= x
    assert x + wide <= left + width
    assert top <= y
    assert y + high <= top + height
