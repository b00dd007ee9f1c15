"""The guide's list, its texts in the language shown, and its search."""

from pathlib import Path

import pytest

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR, Advice, Article, Section, Sign
from coreapp.services.guide import Guide
from coreapp.services.preferences import Preferences
from tests.each_case import each_case
from tests.fakes.desktop import FakeStateFile
from tests.fakes.languages import shown_in


def article(identity: str, order: int, **texts) -> Article:
    given = {
        "title": identity.title(),
        "summary": "In short.",
        "sections": (Section("", ("First words.",)),),
        "signs": (),
    }
    given |= texts
    return Article(
        id=identity,
        order=order,
        exercises=(),
        routines=(),
        see=(),
        facts=(),
        sources=("A source",),
        **given,
    )


DOCTOR = article(
    WHEN_TO_SEE_A_DOCTOR, 3, signs=(Sign("RF-06", "Fever or shivering", Advice.EMERGENCY),)
)
SITTING = article(
    "sitting",
    1,
    title="Sitting",
    sections=(
        Section("", ("Stand up every half hour.",)),
        Section("Your desk", ("Shoes do not matter here.",)),
    ),
)
SHOES = article("shoes", 2, title="Shoes", summary="What to look at.")


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(FakeStateFile())


@pytest.fixture
def guide(preferences: Preferences) -> Guide:
    return Guide({each.id: each for each in (SITTING, SHOES, DOCTOR)}, preferences, "NL")


def ids(articles) -> list[str]:
    return [each.id for each in articles]


def test_the_way_to_a_doctor_comes_first(guide: Guide) -> None:
    assert ids(guide.articles) == [WHEN_TO_SEE_A_DOCTOR, "sitting", "shoes"]


def test_a_guide_may_do_without_it(preferences: Preferences) -> None:
    assert ids(Guide({"shoes": SHOES}, preferences, "").articles) == ["shoes"]


def test_an_article_that_is_not_there_is_told(guide: Guide) -> None:
    with pytest.raises(UnknownIdError) as caught:
        guide.article("hats")

    assert (caught.value.kind, caught.value.identity) == ("article", "hats")


@each_case(
    ("word", "found"),
    [
        ("", [WHEN_TO_SEE_A_DOCTOR, "sitting", "shoes"]),
        ("  ", [WHEN_TO_SEE_A_DOCTOR, "sitting", "shoes"]),
        ("shoes", ["shoes", "sitting"]),  # the title before the text
        ("shos", ["shoes"]),  # small errors are forgiven in titles
        ("desk", ["sitting"]),  # a heading
        ("half hour", ["sitting"]),
        ("shiver", [WHEN_TO_SEE_A_DOCTOR]),  # a sign
        ("andup", []),  # not from the middle of a word
        ("zebra", []),
    ],
)
def test_it_is_found_by_what_it_says(guide: Guide, word: str, found: list[str]) -> None:
    assert ids(guide.search(word)) == found


def test_everything_is_in_the_language_shown(guide: Guide, tmp_path: Path) -> None:
    context = SITTING.text_context
    texts = {
        (context, "Sitting"): "Sitzen",
        (context, "In short."): "Kurz gesagt.",
        (context, "A source"): "Eine Quelle",
        (context, "Your desk"): "Dein Schreibtisch",
        (context, "Stand up every half hour."): "Steh jede halbe Stunde auf.",
        (DOCTOR.text_context, "Fever or shivering"): "Fieber oder Schüttelfrost",
    }

    with shown_in(tmp_path, "de", texts):
        sitting = guide.article("sitting")
        assert (sitting.title, sitting.summary) == ("Sitzen", "Kurz gesagt.")
        assert guide.title("sitting") == "Sitzen"
        assert sitting.sources == ("Eine Quelle",)
        assert [each.heading for each in sitting.sections] == ["", "Dein Schreibtisch"]
        assert sitting.sections[0].paragraphs == ("Steh jede halbe Stunde auf.",)
        assert guide.article(WHEN_TO_SEE_A_DOCTOR).signs[0].text == "Fieber oder Schüttelfrost"
        assert ids(guide.search("schüttel")) == [WHEN_TO_SEE_A_DOCTOR]
        assert ids(guide.search("stunde")) == ["sitting"]
        assert guide.search("half hour") == []


def test_whom_to_call_follows_computer_and_choice(guide: Guide, preferences: Preferences) -> None:
    assert guide.emergency.on_duty == "huisartsenpost"

    preferences.change({"region": "us"})

    assert guide.emergency.numbers == ("911",)
