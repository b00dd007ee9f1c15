from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from coreapp import i18n
from coreapp.domain.sitting.facts import Cause, HoldReason, SpanKind
from coreapp.domain.sitting.view import Held, PromptLook, StateWhy, Today, View
from coreapp.services import break_words
from coreapp.services.break_words import (
    explanation,
    headline,
    hold_name,
    leads_with_walk,
    length,
    prompt_line,
    prompt_title,
    sat_sentence,
)
from tests.each_case import each_case
from tests.fakes.clock import MORNING

TRANSLATIONS = Path(__file__).parents[3] / "translations"
BERLIN = ZoneInfo("Europe/Berlin")
CALL = Held(HoldReason.CALL, MORNING + timedelta(minutes=58))
CAMERA = Held(HoldReason.CAMERA, MORNING + timedelta(minutes=59))
PAUSE = Held(HoldReason.MANUAL, MORNING + timedelta(minutes=50))

SITTING = View(
    state=SpanKind.SITTING,
    why=StateWhy.SITTING,
    sitting_seconds=18 * 60,
    standing_seconds=0,
    interval_seconds=1800,
    next_break_in=720,
    next_break_at=MORNING + timedelta(hours=2),
    owed=False,
    holds=(),
    prompt=PromptLook.CLOSED,
    cause=None,
    break_running=False,
    break_length=None,
    break_left=None,
    snooze_left_minutes=15,
    snoozed_until=None,
    long_sit=False,
    clock_mode=False,
    today=Today(0, 0, 0, 0, 0, 0),
)


def view(**changes) -> View:
    """Somebody who has sat for eighteen minutes, with changes."""
    return replace(SITTING, **changes)


def plain(text: str) -> str:
    """The text with ordinary spaces: the locale writes narrow ones into times."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ")


SAID = [
    (
        view(),
        "Next break at 11:00 AM",
        "You have sat for 18 minutes. Nothing is in the way.",
    ),
    (
        view(sitting_seconds=30),
        "Next break at 11:00 AM",
        "You have just sat down. Nothing is in the way.",
    ),
    (
        view(why=StateWhy.SNOOZED),
        "Next break at 11:00 AM",
        "You have sat for 18 minutes. You asked for a little more time.",
    ),
    (
        view(next_break_at=None),
        "No break is due",
        "You have sat for 18 minutes. Nothing is in the way.",
    ),
    (
        view(why=StateWhy.PROMPT, cause=Cause.LIMIT, prompt=PromptLook.BAR),
        "Time to stand up",
        "You have sat for 18 minutes. The bar is on the screen and waits for a pause in your work.",
    ),
    (
        view(why=StateWhy.PROMPT, cause=Cause.LIMIT, prompt=PromptLook.GROWN),
        "Time to stand up",
        "You have sat for 18 minutes. The break is on the screen and waits for your answer.",
    ),
    (
        view(why=StateWhy.OWED, owed=True, holds=(CALL, CAMERA)),
        "A break is due",
        (
            "It is held: call since 9:58 AM and camera in use since 9:59 AM. "
            "It is offered as soon as that is over."
        ),
    ),
    (
        view(why=StateWhy.OWED, owed=True),
        "A break is due",
        "It is offered as soon as you are back at the desk.",
    ),
    (
        view(why=StateWhy.HELD, holds=(CALL,)),
        "On hold: call since 9:58 AM",
        "You have sat for 18 minutes. Sitting goes on counting; only the bar waits.",
    ),
    (
        view(why=StateWhy.HELD, holds=(CALL, CAMERA)),
        "On hold: call since 9:58 AM",
        (
            "You have sat for 18 minutes. Sitting goes on counting; only the bar waits. "
            "Also on hold: camera in use since 9:59 AM."
        ),
    ),
    (
        view(why=StateWhy.HELD, holds=(PAUSE, CALL)),
        "Paused since 9:50 AM",
        (
            "You have sat for 18 minutes. Sitting goes on counting; only the bar waits. "
            "Also on hold: call since 9:58 AM."
        ),
    ),
    (
        view(why=StateWhy.SESSION),
        "A session is running",
        "Its seconds of work count as a break.",
    ),
    (
        view(why=StateWhy.BREAK),
        "You are on a break",
        "Its clock runs while your hands rest.",
    ),
    (
        view(why=StateWhy.LOCKED),
        "The screen is locked",
        "The time away counts, as a break if it is long enough.",
    ),
    (
        view(why=StateWhy.AWAY),
        "You are away from the desk",
        "The time away counts; sitting begins with your next key press.",
    ),
    (
        view(why=StateWhy.STANDING, standing_seconds=300),
        "You are standing",
        "You have stood for 5 minutes. Standing counts as a break from sitting.",
    ),
    (
        view(why=StateWhy.OFF_HOURS),
        "Outside working hours",
        "Nothing is counted now and no bar opens.",
    ),
    (
        None,
        "The breaks are switched off",
        "Nothing is counted and no bar opens. The settings switch them on.",
    ),
]


def test_where_sitting_stands_is_said_with_its_reason():
    for now, title, sentence in SAID:
        assert plain(headline(now, BERLIN)) == title
        assert plain(explanation(now, BERLIN)) == sentence, title


def test_what_is_owed_or_snoozed_says_since_and_until_when():
    owed = view(why=StateWhy.OWED, owed=True, owed_since=MORNING)
    snoozed = view(why=StateWhy.SNOOZED, snoozed_until=MORNING + timedelta(minutes=5))

    assert plain(headline(owed, BERLIN)) == "A break is due since 9:00 AM"
    assert "more time, until 9:05 AM." in plain(explanation(snoozed, BERLIN))


def test_a_pause_that_has_an_end_says_until_when():
    paused = replace(PAUSE, until=MORNING + timedelta(hours=1))

    assert plain(headline(view(why=StateWhy.HELD, holds=(paused,)), BERLIN)) == (
        "Paused until 10:00 AM"
    )


@each_case(
    ("end", "said"),
    [
        (timedelta(hours=14, minutes=30), "11:30 PM"),
        (timedelta(hours=15), "tomorrow"),
        (timedelta(hours=16), "1:00 AM"),
        (timedelta(days=2, hours=9, minutes=30), "Wed, Mar 4, 6:30 PM"),
    ],
)
def test_a_pause_that_ends_on_another_day_says_the_day(end, said):
    paused = replace(PAUSE, until=MORNING + end)

    assert plain(headline(view(why=StateWhy.HELD, holds=(paused,)), BERLIN)) == (
        f"Paused until {said}"
    )
    owed = view(why=StateWhy.OWED, owed=True, holds=(paused,))
    assert f"It is held: pause until {said}." in plain(explanation(owed, BERLIN))


@each_case(("seconds", "minutes"), [(59.9, None), (60, 1), (119, 1), (120, 2)])
def test_what_has_passed_is_told_in_whole_minutes_as_in_the_ring(seconds, minutes):
    stood = view(why=StateWhy.STANDING, standing_seconds=seconds)

    if minutes is None:
        assert sat_sentence(seconds) == "You have just sat down."
        assert explanation(stood, BERLIN).startswith("You have just stood up.")
    else:
        assert f"for {minutes} minute" in sat_sentence(seconds)
        assert f"for {minutes} minute" in explanation(stood, BERLIN)


def test_where_the_holds_stand_in_a_list_the_sentence_leaves_them_out():
    owed = view(why=StateWhy.OWED, owed=True, holds=(CALL, CAMERA))
    held = view(why=StateWhy.HELD, holds=(CALL, CAMERA))

    for now in (owed, held):
        assert "camera" in explanation(now, BERLIN)
        assert "camera" not in explanation(now, BERLIN, with_holds=False)


def test_every_reason_there_is_has_its_sentence():
    assert {each.why for each, _title, _sentence in SAID if each is not None} == set(StateWhy)


def test_outside_working_hours_says_when_they_begin_again():
    opens = MORNING + timedelta(days=1)

    said = plain(explanation(view(why=StateWhy.OFF_HOURS), BERLIN, opens))

    assert said == (
        "Nothing is counted now and no bar opens. Your working hours begin again at 9:00 AM."
    )


def test_every_hold_has_a_name_of_its_own():
    names = [hold_name(reason) for reason in HoldReason]

    assert all(names), names
    assert len(set(names)) == len(names), names


@each_case(
    ("cause", "long_sit", "title", "walk"),
    [
        (Cause.LIMIT, False, "Time to stand up", False),
        (Cause.LIMIT, True, "Time for a walk", True),
        (Cause.ASKED, False, "Time to stand up", False),
        (Cause.STANDING, False, "Time to sit or walk", False),
        (Cause.LUNCH_WALK, False, "Time for your walk at lunch", True),
        (Cause.FIXED_TIME, False, "Time for your break", False),
    ],
)
def test_the_bar_says_what_it_is_about(cause, long_sit, title, walk):
    now = view(why=StateWhy.PROMPT, cause=cause, long_sit=long_sit)

    assert prompt_title(now) == title
    assert leads_with_walk(now) is walk


def test_the_bar_says_how_long_one_sat_stood_or_that_it_waits():
    assert prompt_line(view(cause=Cause.LIMIT)) == "You have sat for 18 minutes."
    stood = view(cause=Cause.STANDING, standing_seconds=3600)
    assert prompt_line(stood) == "You have stood for 60 minutes."
    out = view(cause=Cause.LIMIT, prompt=PromptLook.STANDING_OUT)
    assert prompt_line(out) == "Your break waits for a pause in your work."


@each_case(
    ("seconds", "text"),
    [(60, "1 minute"), (1800, "30 minutes"), (7200, "120 minutes"), (7500, "2 hr 5 min")],
)
def test_lengths_are_written_out(seconds, text):
    assert length(seconds) == text


def test_going_by_the_clock_is_said():
    assert "by the clock alone" in break_words.clock_mode_sentence()


@each_case("why", StateWhy)
def test_after_two_hours_on_end_a_walk_is_advised_while_somebody_sits(why):
    advice = "walk for a few minutes"
    sits = {
        StateWhy.SITTING,
        StateWhy.SNOOZED,
        StateWhy.PROMPT,
        StateWhy.OWED,
        StateWhy.HELD,
    }

    assert (advice in explanation(view(why=why, long_sit=True), BERLIN)) == (why in sits)
    assert advice not in explanation(view(why=why), BERLIN)


def test_a_sentence_that_ends_with_an_abbreviation_has_one_stop() -> None:
    i18n.install(TRANSLATIONS, "de")
    try:
        assert plain(sat_sentence(151 * 60)) == "Du sitzt seit 2 Std. 31 Min."
        assert plain(sat_sentence(18 * 60)) == "Du sitzt seit 18 Minuten."
    finally:
        i18n.install(TRANSLATIONS, "en")
