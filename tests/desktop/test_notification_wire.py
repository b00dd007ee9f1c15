"""What is sent to a notification server, and what is made of what it says."""

import pytest

from coreapp.desktop import notification_wire as wire
from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.our_name import APP_ID
from coreapp.services.notifying import (
    Clicked,
    Closed,
    ClosedBy,
    Notice,
    NoticeButton,
    Pressed,
    Urgency,
)

BREAK = Notice(
    name="break",
    title="Time to stand up",
    text="You have sat for 30 minutes.",
    buttons=(NoticeButton("stand", "Stand, 2 min"), NoticeButton("later", "In 5 min")),
    instead="Rest your hands.",
    click="All answers",
    stays=True,
    silent=True,
)


def test_buttons_and_the_click_are_pairs_of_key_and_text():
    sent = wire.arguments(BREAK, {"actions", "body"}, 0)

    assert sent[5] == ["default", "All answers", "stand", "Stand, 2 min", "later", "In 5 min"]
    assert sent[3:5] == ("Time to stand up", "You have sat for 30 minutes.")


def test_without_buttons_the_text_says_what_to_do_instead():
    sent = wire.arguments(BREAK, {"body"}, 0)

    assert sent[5] == []
    assert sent[4] == "You have sat for 30 minutes.\nRest your hands."


def test_what_does_nothing_when_clicked_offers_no_click():
    sent = wire.arguments(Notice("tray", "There", "Still."), {"actions"}, 0)

    assert sent[5] == []


def test_urgency_and_silence_are_hints():
    for urgency, byte in ((Urgency.NORMAL, 1), (Urgency.HIGH, 2)):
        notice = Notice("break", "", "", urgency=urgency, silent=True)

        hints = wire.arguments(notice, set(), 0)[6]

        assert hints["urgency"] == ("y", byte)
        assert hints["suppress-sound"] == ("b", True)
        assert hints["desktop-entry"] == ("s", APP_ID)


def test_what_stays_has_no_end_and_the_rest_the_usual_one():
    assert wire.arguments(BREAK, set(), 0)[7] == 0
    assert wire.arguments(Notice("tray", "", ""), set(), 0)[7] == -1


def test_a_later_one_takes_the_place_of_the_one_before():
    assert wire.arguments(BREAK, set(), 7)[:3] == ("Coreapp", 7, APP_ID)


def test_a_name_with_signs_of_markup_is_shown_as_it_is_written():
    notice = Notice("session", "", "Planned: legs < 5 & arms")

    assert wire.arguments(notice, {"body-markup"}, 0)[4] == "Planned: legs &lt; 5 &amp; arms"
    assert wire.arguments(notice, {"body"}, 0)[4] == "Planned: legs \u2039 5 & arms"


def test_a_server_that_talks_nonsense_can_do_nothing():
    said = {(): frozenset(), (3,): frozenset(), ("actions",): frozenset()}

    assert {each: wire.read_capabilities(each) for each in said} == said
    assert wire.read_capabilities((["actions"], 1)) == frozenset()
    assert wire.read_capabilities((["actions", 5],)) == {"actions"}


def test_a_notification_without_a_number_is_not_shown():
    for nonsense in ((), (0,), ("7",), (7, 8)):
        with pytest.raises(BusError):
            pytest.fail(f"{nonsense} is read as {wire.read_number(nonsense)}")
    assert wire.read_number((7,)) == 7


def test_an_answer_counts_if_it_was_offered():
    assert wire.event_of_action(BREAK, "later") == Pressed("later")
    assert wire.event_of_action(BREAK, "default") == Clicked()
    assert wire.event_of_action(BREAK, "skip") is None
    assert wire.event_of_action(Notice("tray", "", ""), "default") is None


def test_who_took_it_away():
    by = {1: ClosedBy.TIME, 2: ClosedBy.PERSON, 4: ClosedBy.UNKNOWN, 99: ClosedBy.UNKNOWN}

    assert {reason: wire.event_of_closing(reason) for reason in by} == {
        reason: Closed(who) for reason, who in by.items()
    }
