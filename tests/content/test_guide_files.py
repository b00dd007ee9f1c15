"""The articles of the guide: what can be wrong with their files, and what ships."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from coreapp.content.babel_extractor import TITLE, extract
from coreapp.content.guide_files import load_articles
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Exercise
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR, Advice, Article, Urgency
from coreapp.domain.routine import Routine

ASSETS = Path(__file__).resolve().parents[2] / "assets"

SITTING = "guide/sitting.toml"
SHOES = "guide/shoes.toml"
DOCTOR = "guide/when-to-see-a-doctor.toml"
FIRST_SIGN = 'id = "RF-01"'
LAST_DOCTOR = 'advice = "doctor"\nurgency = "weeks"'

Breaking = Callable[[str, str, str], None]

# file, what is replaced, by what; then the key, and a part of the problem and of the remedy
WRONG = [
    (SITTING, 'title = "', 'title = "' + "S" * 40, "title", "<= 40", "shorter"),
    (SITTING, 'title = "', 'titel = "', "titel", "no such key", "Remove it or correct"),
    (SITTING, 'summary = "', '# "', "summary", "missing", "Add it"),
    (SITTING, "order = 6", "order = 0", "order", ">= 1", "whole number from 1"),
    (SITTING, "order = 6", "order = 7", "order", "is 7", "own place"),
    (SITTING, 'id = "sitting"', 'id = "sit"', "id", "'sit'", "rename the file"),
    (SITTING, '"desk-march"', '"desk-jump"', "exercises[1]", "'desk-jump'", "assets/exercises/"),
    (SITTING, "exercises = [", 'exercises = ["plank", ', "exercises", "<= 6", "smaller"),
    (SITTING, "routines = [", 'routines = ["nap", ', "routines[1]", "'nap'", "assets/routines/"),
    (SITTING, "see = [", "see = []\nx = [", "see", ">= 1", "Add what is missing"),
    (SHOES, "see = [", 'see = ["shoes"]\nfacts = [] #', "see[1]", "'shoes'", "another article"),
    (SHOES, "see = [", 'see = ["hats"]\nfacts = [] #', "see[1]", "'hats'", "sitting"),
    (SITTING, 'heading = ""', 'heading = "Ah"', "sections[1].heading", "but the first", "Write"),
    (SITTING, 'heading = "U', 'heading = "" # "', "sections[2].heading", "every part", "Write"),
    (SITTING, "paragraphs = [", "paragraphs = []\nx = [", "sections[1].paragraphs", ">= 1", "Add"),
    (DOCTOR, FIRST_SIGN, 'id = "RF-02"', "signs[2].id", "twice", "own id"),
    (DOCTOR, 'advice = "emergency"', 'advice = "panic"', "signs[1].advice", "'panic'", "stop"),
    (DOCTOR, LAST_DOCTOR, 'advice = "doctor"', "signs[14].urgency", "advice doctor", "weeks"),
    (DOCTOR, 'urgency = "weeks"', 'urgency = "soon"', "signs[14].urgency", "'soon'", "today, days"),
    (DOCTOR, LAST_DOCTOR, 'advice = "stop"\nurgency = "days"', "signs[14].urgency", "nothing else",
     "remove it"),
]  # fmt: skip


def load(folder: Path, exercises: dict, routines: dict) -> dict[str, Article]:
    return load_articles(folder / "guide", exercises, routines)


@pytest.fixture(scope="module")
def articles(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> dict[str, Article]:
    return load(ASSETS, exercises, routines)


def words_of(article: Article) -> int:
    paragraphs = (each for section in article.sections for each in section.paragraphs)
    return sum(len(each.split()) for each in paragraphs)


def test_a_wrong_file_is_named_with_key_and_remedy(
    content: Path,
    break_file: Breaking,
    exercises: dict[str, Exercise],
    routines: dict[str, Routine],
) -> None:
    told_otherwise = []
    for file, old, new, key, problem, remedy in WRONG:
        path = content / file
        sound = path.read_bytes()
        if "facts = [] #" in new:
            path.write_text(re.sub(r"(?s)\nfacts = \[.*?\]", "", path.read_text("utf-8")), "utf-8")
        break_file(file, old, new)
        try:
            load(content, exercises, routines)
            told_otherwise.append((file, old, new, "nothing"))
        except ContentError as error:
            # Of a place in the order that is taken two files are to blame.
            is_named = error.file == path.name or key == "order"
            told = error.key == key and problem in error.problem and remedy in error.remedy
            if not (is_named and told):
                told_otherwise.append((file, old, new, str(error)))
        path.write_bytes(sound)
    assert told_otherwise == []


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()

    with pytest.raises(ContentError, match="guide: folder: holds no content files"):
        load(tmp_path, {}, {})


def test_the_fifteen_are_there_in_their_order(articles: dict[str, Article]) -> None:
    assert list(articles) == [
        "why-runners-backs-hurt",
        "weak-core-strong-legs",
        "facet-joints",
        "sacroiliac-joint",
        "piriformis",
        "sitting",
        "running-form",
        "shoes",
        "surface-and-hills",
        "building-up",
        "warming-up",
        "heat-or-cold",
        "recovery",
        "staying-active",
        WHEN_TO_SEE_A_DOCTOR,
    ]
    assert [each.order for each in articles.values()] == list(range(1, 16))


def test_each_is_a_short_read_with_figures_and_sources(articles: dict[str, Article]) -> None:
    for article in articles.values():
        assert 150 <= words_of(article) <= 350, article.id
        assert 2 <= len(article.exercises) <= 6, article.id
        assert len(set(article.exercises)) == len(article.exercises), article.id
        assert len(article.sources) >= 2, article.id
        assert article.facts, article.id


def test_summaries_are_one_sentence(articles: dict[str, Article]) -> None:
    for article in articles.values():
        assert re.fullmatch(r"[^.?!]+\.", article.summary), article.id


def test_each_leads_on_to_when_to_see_a_doctor(articles: dict[str, Article]) -> None:
    for start in articles:
        reached, new = {start}, {start}
        while new:
            new = {each for one in new for each in articles[one].see} - reached
            reached |= new
        assert WHEN_TO_SEE_A_DOCTOR in reached, start


def test_facts_are_keys_of_the_brief(articles: dict[str, Article]) -> None:
    for article in articles.values():
        assert len(set(article.facts)) == len(article.facts), article.id
        for fact in article.facts:
            assert re.fullmatch(r"S[0-4]-\d\d", fact), f"{article.id}: {fact}"


def test_the_nineteen_signs_ask_for_what_the_brief_says(articles: dict[str, Article]) -> None:
    (with_signs,) = [each for each in articles.values() if each.signs]
    assert with_signs.id == WHEN_TO_SEE_A_DOCTOR
    emergency, today = (Advice.EMERGENCY, None), (Advice.DOCTOR, Urgency.TODAY)
    days, stop = (Advice.DOCTOR, Urgency.DAYS), (Advice.STOP, None)

    assert [(each.advice, each.urgency) for each in with_signs.signs] == [
        *5 * [emergency],  # RF-01 to RF-05
        *2 * [today],  # RF-06, RF-07
        *6 * [days],  # RF-08 to RF-13
        (Advice.DOCTOR, Urgency.WEEKS),  # RF-14
        *3 * [stop],  # RF-15 to RF-17
        emergency,  # RF-18
        (Advice.ASK_FIRST, None),  # RF-19
    ]
    assert [each.id for each in with_signs.signs] == [f"RF-{n:02}" for n in range(1, 20)]


def extracted(file: Path) -> list[tuple[int, str, tuple[str, str], list[str]]]:
    with file.open("rb") as content:
        return list(extract(content, (), (), {"kind": "guide"}))


def test_every_text_is_extracted(articles: dict[str, Article]) -> None:
    for article in articles.values():
        messages = extracted(ASSETS / "guide" / f"{article.id}.toml")
        texts = {article.title, article.summary, *article.sources}
        texts |= {each.text for each in article.signs}
        for section in article.sections:
            texts |= {section.heading, *section.paragraphs} - {""}

        assert {text for _, _, (_, text), _ in messages} == texts
        assert {context for _, _, (context, _), _ in messages} == {f"guide {article.id}"}
        assert {function for _, function, _, _ in messages} == {"pgettext"}


def test_translators_are_told_how_long_a_title_may_be(articles: dict[str, Article]) -> None:
    remarks = {text: why for _, _, (_, text), why in extracted(ASSETS / SITTING)}

    assert remarks.pop(articles["sitting"].title) == [TITLE]
    assert not any(remarks.values())


def test_a_broken_file_stops_the_extraction() -> None:
    with pytest.raises(ContentError):
        list(extract(BytesIO(b"id = 3"), (), (), {"kind": "guide"}))
