"""A pause is kept across runs, and what cannot be understood is none."""

from datetime import date

from coreapp.services.programme_shelf import (
    Choices,
    Paused,
    ProgrammeShelf,
    choices_document,
    choices_from,
)
from tests.each_case import each_case
from tests.fakes.programmes import BACK, ProgrammeHome, shipped_programmes

PAUSED = Paused(("MO", "FR"), "07:05", date(2026, 3, 4))


def test_a_pause_outlives_the_program() -> None:
    home = ProgrammeHome()
    home.plan()
    home.shifts.pause(BACK)

    again = ProgrammeShelf(shipped_programmes, home.file, home.clock)

    assert again.choices(BACK).paused == home.shifts.paused(BACK)


def test_a_pause_comes_back_from_its_document() -> None:
    choices = Choices(paused=PAUSED)

    assert choices_from(choices_document(choices)) == choices
    assert "paused" not in choices_document(Choices())


@each_case(
    "changes",
    [
        {"days": []},
        {"days": "MO"},
        {"days": ["XX", 3]},
        {"at": "25:00"},
        {"at": None},
        {"since": "soon"},
        {"since": 7},
    ],
)
def test_a_pause_that_cannot_be_understood_is_none(changes: dict[str, object]) -> None:
    document = choices_document(Choices(paused=PAUSED))
    kept = document["paused"]
    assert isinstance(kept, dict)

    assert choices_from({**document, "paused": {**kept, **changes}}) == Choices()
