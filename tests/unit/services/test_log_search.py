"""Looking for something in the log: names in any language, notes in one's own words."""

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.log_lines import LogMatches
from coreapp.i18n import install
from coreapp.services.log_search import LogSearch
from tests.each_case import each_case
from tests.fakes.languages import shown_in
from tests.fakes.records import activity, day_record, performed_set, session
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase


@pytest.fixture
def database():
    database = FakeDatabase()
    with database.work() as work:
        work.sessions.add(
            session("s1", sets=(performed_set(exercise="glute-bridge", name="Brücke"),))
        )
        work.sessions.add(session("s2", routine="gone", title="My own", note=""))
        work.sessions.add(session("s3", sets=(performed_set(exercise="gone", name="Handstand"),)))
        work.activities.add(activity())
        work.days.add(day_record())
    return database


@pytest.fixture
def search(database):
    return LogSearch(database, shipped_library())


@each_case("word", ["", "  ", "\t"])
def test_nothing_typed_wants_everything(search, word):
    assert search.find(word) is None


@each_case("word", ["Core-Grundlagen", "core basics", "grundlagen"])
def test_a_title_is_found_as_it_was_written_and_by_its_routine(search, word):
    assert search.find(word).titles == {"Core-Grundlagen"}


def test_a_title_whose_routine_is_gone_is_found(search):
    assert search.find("my own").titles == {"My own"}


@each_case("word", ["Brücke", "bruecke", "glute bridge", "Beckenheben", "glute brige"])
def test_an_exercise_is_found_in_any_language_and_with_an_error(search, word):
    assert "glute-bridge" in search.find(word).exercises


def test_an_exercise_that_is_gone_is_found_by_its_name(search):
    assert search.find("handstand").exercises == {"gone"}


def test_kinds_and_marks_are_found(search):
    assert ActivityType.SWIM in search.find("swimming").types
    assert search.find("tai chi").types == {ActivityType.TAI_CHI}
    assert search.find("travel").marks == {DayMark.TRAVEL}


GERMAN = {("activity", "Swimming"): "Schwimmen", ("day", "Sick"): "Krank"}


def test_kinds_are_found_in_any_language_whichever_is_shown(search, tmp_path):
    with shown_in(tmp_path, "de", GERMAN):
        for shown in ("en", "de", "nl"):
            install(tmp_path, shown)
            for word in ("swimming", "Schwimmen", "schwimen", "swim"):
                assert search.find(word).types == {ActivityType.SWIM}, (shown, word)


def test_marks_are_found_in_any_language_whichever_is_shown(search, tmp_path):
    with shown_in(tmp_path, "de", GERMAN):
        for shown in ("en", "de", "nl"):
            install(tmp_path, shown)
            for word in ("sick", "krank"):
                assert search.find(word).marks == {DayMark.SICK}, (shown, word)


def test_notes_have_to_hold_what_was_typed(search):
    assert search.find("GEWACKELT").sessions == {"s1", "s3"}
    assert search.find("fluss").activities == {"a1"}
    assert search.find("umzug").days == {day_record().day}
    assert search.find("gewackeld").sessions == frozenset()


def test_what_is_not_there_matches_nothing(search):
    assert search.find("zzzzzz") == LogMatches()


def test_texts_are_read_once_until_they_are_forgotten(search, database):
    search.find("umzug")
    with database.work() as work:
        work.days.add(day_record(text="Regen"))

    assert search.find("regen").days == frozenset()
    search.forget()
    assert search.find("regen").days == {day_record().day}
