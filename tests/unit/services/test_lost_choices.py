"""What could not be read is told once, and again when it happens again."""

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.services.lost_choices import LostChoices
from tests.fakes.desktop import FakeStateFile


@pytest.fixture
def lying() -> dict[str, str]:
    return {"settings.json": "first"}


@pytest.fixture
def choices(lying: dict[str, str]) -> LostChoices:
    return LostChoices(lambda: dict(lying), FakeStateFile())


def test_it_is_told_once(choices: LostChoices) -> None:
    assert choices.news().startswith("settings.json could not be read and begins anew.")
    assert choices.news() == ""
    assert list(choices.all()) == ["settings.json"]


def test_another_time_is_told_again(choices: LostChoices, lying: dict[str, str]) -> None:
    choices.news()
    lying["settings.json"] = "second"
    assert "settings.json" in choices.news()


def test_what_is_new_is_told_alone_and_several_together(lying: dict[str, str]) -> None:
    choices = LostChoices(lambda: dict(lying), FakeStateFile())
    choices.news()
    lying |= {"marks.json": "first", "goals.json": "first"}

    assert choices.news().startswith("marks.json and goals.json could not be read and begin anew.")


def test_where_nothing_was_lost_nothing_is_told() -> None:
    file = FakeStateFile()
    assert LostChoices(dict, file).news() == ""
    assert not file.document


def test_a_full_disk_tells_it_once_more(choices: LostChoices) -> None:
    file = FakeStateFile(failure=DiskFullError("full"))
    full = LostChoices(lambda: {"marks.json": "first"}, file)

    assert full.news()
    assert full.news()
