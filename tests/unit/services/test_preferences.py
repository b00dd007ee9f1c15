"""Settings are read one by one, changed one by one, and never lost."""

import pytest

from coreapp.domain.errors import DiskFullError, InvalidValueError
from coreapp.domain.settings import Settings, ThemeChoice
from coreapp.services.preferences import Preferences
from tests.each_case import each_case
from tests.fakes.desktop import FakeStateFile


def test_without_a_file_everything_has_its_default():
    assert Preferences(FakeStateFile()).settings == Settings()


def test_what_cannot_be_used_keeps_its_default_and_is_told(caplog):
    document = {"volume_percent": 900, "theme": "dark", "breaks": {"break_min": 99, "lead_s": 60}}

    settings = Preferences(FakeStateFile(document)).settings

    assert (settings.volume_percent, settings.theme) == (60, ThemeChoice.DARK)
    assert (settings.breaks.break_min, settings.breaks.lead_s) == (2, 60)
    assert [record.message.split(": ")[1] for record in caplog.records] == [
        "volume_percent",
        "break_min",
    ]


def test_a_change_is_kept_for_the_next_start():
    file = FakeStateFile()
    preferences = Preferences(file)

    changed = preferences.change({"language": "nl", "breaks": {"interval_min": 45}})

    assert changed == preferences.settings == Preferences(file).settings
    assert (changed.language, changed.breaks.interval_min) == ("nl", 45)
    assert changed.breaks.break_min == 2


def test_a_second_change_leaves_the_first_alone():
    preferences = Preferences(FakeStateFile())
    preferences.change({"breaks": {"interval_min": 45}})

    changed = preferences.change({"breaks": {"break_min": 3}, "sounds": False})

    assert (changed.breaks.interval_min, changed.breaks.break_min) == (45, 3)
    assert not changed.sounds


def test_what_a_newer_version_wrote_stays_in_the_file():
    file = FakeStateFile({"wallpaper": "Anna", "breaks": {"colour": "red", "lead_s": 60}})

    Preferences(file).change({"breaks": {"break_min": 3}})

    assert file.document["wallpaper"] == "Anna"
    assert (
        file.document["breaks"] | {"colour": "red", "lead_s": 60, "break_min": 3}
        == (file.document["breaks"])
    )


@each_case(
    ("changes", "key"),
    [
        ({"volume_percent": 101}, "volume_percent"),
        ({"volume_percent": True}, "volume_percent"),
        ({"language": 3}, "language"),
        ({"theme": "pink"}, "theme"),
        ({"colour": "red"}, "colour"),
        ({"breaks": {"interval_min": 5}}, "interval_min"),
        ({"breaks": {"colour": "red"}}, "colour"),
        ({"breaks": 5}, "breaks"),
    ],
)
def test_a_change_that_cannot_be_used_changes_nothing(changes, key):
    file = FakeStateFile({"language": "de"})
    preferences = Preferences(file)

    with pytest.raises(InvalidValueError) as caught:
        preferences.change({"sounds": False, **changes})

    assert caught.value.key == key
    assert preferences.settings == Settings(language="de")
    assert file.document == {"language": "de"}


def test_a_change_that_cannot_be_saved_changes_nothing():
    file = FakeStateFile(failure=DiskFullError("full"))
    preferences = Preferences(file)

    with pytest.raises(DiskFullError):
        preferences.change({"sounds": False})

    assert preferences.settings == Settings()
    file.failure = None
    assert not preferences.change({"reminders": False}).reminders
    assert "sounds" in file.document
    assert preferences.settings.sounds
