"""The log: by month, newest first; opened, changed, deleted with undo."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import Outcome
from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.training_log import SHOWN_AT_FIRST, TrainingLogPage
from tests.fakes.records import performed_set, session
from tests.ui.pages.desk import PageDesk, texts


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def open_page(desk: PageDesk):
    def make(*sessions) -> TrainingLogPage:
        for each in sessions:
            desk.database.stored.sessions.add(each)
        page = TrainingLogPage(desk.theme, desk.art, desk.library, desk.log, desk.shell)
        return desk.show(page)

    return make


def test_an_empty_log_leads_to_the_routines(desk: PageDesk, open_page) -> None:
    page = open_page()

    assert "The log begins with your first session" in texts(page)
    desk.click(page, "Choose a routine")
    assert desk.shell.pages == [PageKey.ROUTINES]


def test_sessions_stand_by_month_with_their_figures(open_page) -> None:
    march = session("march")
    april = replace(
        session("april", title="April session"),
        started_at=datetime(2026, 4, 1, 6, tzinfo=UTC),
        ended_at=datetime(2026, 4, 1, 7, tzinfo=UTC),
    )

    seen = texts(open_page(march, april))

    assert seen.index("April 2026") < seen.index("April session") < seen.index("March 2026")
    said = " ".join(seen)
    assert "6.5" in said
    assert "pain" in said


def test_the_time_is_the_one_of_the_place_it_happened(open_page) -> None:
    in_tokyo = replace(session(), zone="Asia/Tokyo")  # 18:00 in UTC

    assert any("3:00" in text and "Thu 5" in text for text in texts(open_page(in_tokyo)))


@pytest.mark.parametrize(
    ("outcome", "is_told"),
    [(Outcome.COMPLETED, False), (Outcome.ENDED_EARLY, True), (Outcome.INTERRUPTED, True)],
)
def test_how_it_ended_is_told_unless_it_was_completed(open_page, outcome, is_told) -> None:
    from coreapp.services.session_words import outcome_label

    said = " ".join(texts(open_page(session(outcome=outcome))))

    assert (outcome_label(outcome) in said) is is_told


def test_sets_are_shown_as_planned_and_as_done(desk: PageDesk, open_page) -> None:
    sets = (
        performed_set(1, planned_seconds=20, actual_seconds=18.2),
        performed_set(3, planned_reps=10, actual_reps=8),
        performed_set(5, skipped=True, actual_seconds=0),
    )
    page = open_page(session(sets=sets, note="Wobbly at the end"))
    assert "Wobbly at the end" not in texts(page)

    desk.click(page, "Show sets")

    seen = texts(page)
    assert any("Seitstütz" in text for text in seen)
    assert {"0:20", "0:19", "10 reps", "8 reps", "skipped", "Wobbly at the end"} <= set(seen)
    desk.click(page, "Hide sets")
    assert "10 reps" not in texts(page)


def test_from_the_figures_of_pain_it_is_not_far_to_when_to_see_a_doctor(
    desk: PageDesk, open_page
) -> None:
    page = open_page(session())
    desk.click(page, "Change how it felt")

    desk.click(page._dialog, "when_to_see_a_doctor")

    assert desk.shell.articles == ["when-to-see-a-doctor"]


def test_how_it_felt_can_be_changed(desk: PageDesk, open_page) -> None:
    page = open_page(session())
    desk.click(page, "Change how it felt")
    desk.qtbot.keyClicks(page._dialog.effort, "9")
    page._dialog.note.setPlainText("  better \n")

    desk.click(page._dialog, "save_feeling")

    kept = desk.database.stored.sessions.get("s1")
    assert (kept.effort, kept.note, kept.pain_after) == (9, "better", 1)
    assert desk.shell.changes == [(Change.LOG,)]


def test_a_session_is_deleted_and_comes_back(desk: PageDesk, open_page) -> None:
    whole = session()
    page = open_page(whole)

    desk.click(page, "Delete this session")
    assert desk.log.history() == []
    assert desk.shell.told == ["Deleted: Core-Grundlagen"]

    desk.shell.undos[0]()
    assert list(desk.log.history()) == [whole]


def test_older_ones_are_shown_when_wanted(desk: PageDesk, open_page) -> None:
    start = datetime(2026, 3, 1, 8, tzinfo=UTC)
    many = [
        replace(session(f"s{n:03}"), started_at=start - timedelta(hours=n), title=f"Session {n}")
        for n in range(SHOWN_AT_FIRST + 5)
    ]
    page = open_page(*many)
    assert f"Session {SHOWN_AT_FIRST}" not in texts(page)

    desk.click(page, "Show older ones")

    assert f"Session {SHOWN_AT_FIRST + 4}" in texts(page)
    assert "Show older ones" not in texts(page)


def test_a_session_without_sets_stands_there_too(open_page) -> None:
    assert "Core-Grundlagen" in texts(open_page(session(sets=())))


def test_a_log_that_cannot_be_read_is_told(desk: PageDesk, open_page) -> None:
    desk.database.failure = DatabaseBusyError()

    open_page()

    assert len(desk.shell.errors) == 1
