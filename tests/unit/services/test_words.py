"""Rules, sessions and the news of the day in words."""

from coreapp.domain.exercise import ExerciseKind
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.services.rule_words import (
    describe_entry,
    describe_rule,
    every_days_rule,
    weekday_name,
    weekly_rule,
)
from coreapp.services.session_words import (
    effort_word,
    outcome_label,
    phase_label,
)
from tests.each_case import each_case
from tests.fakes.languages import shown_in


def planned(rule: str) -> ScheduleEntry:
    draft = EntryDraft("Core", "core", rule, "02:30", "2028-02-29", "Europe/Berlin")
    return make_entry("entry", draft)


PLAIN = [
    ("FREQ=DAILY", "every day"),
    ("FREQ=DAILY;INTERVAL=1", "every day"),
    ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day"),
    ("FREQ=WEEKLY;BYDAY=FR,MO,TU,WE,TH;WKST=MO", "Monday to Friday"),
    ("FREQ=WEEKLY;BYDAY=TH,MO", "Monday and Thursday"),
    ("FREQ=WEEKLY;BYDAY=SU", "Sunday"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "Monday, every 2 weeks"),
    ("FREQ=WEEKLY;BYDAY=TU,WE,TH", "Tuesday to Thursday"),
    ("FREQ=WEEKLY;BYDAY=SU;WKST=SU", "Sunday"),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "day 1 of the month"),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "the last day of the month, every 3 months"),
    ("FREQ=MONTHLY;BYDAY=2TU", "the second Tuesday of the month"),
    ("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1", "the last Sunday of the month"),
    ("FREQ=MONTHLY;BYSETPOS=+3;BYDAY=WE;COUNT=4", "the third Wednesday of the month, 4 times"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "the first working day of the month"),
    (
        "FREQ=MONTHLY;BYDAY=FR,TH,WE,TU,MO;BYSETPOS=-1;INTERVAL=2;WKST=MO",
        "the last working day of the month, every 2 months",
    ),
    ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2", "the second weekend day of the month"),
    (
        "FREQ=MONTHLY;BYDAY=TH,TU;BYSETPOS=1;UNTIL=20261231",
        "the first Tuesday or Thursday of the month, until Dec 31, 2026",
    ),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1", "the last day of the month"),
    (
        "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231",
        "the last Friday of the month, until Dec 31, 2026",
    ),
    ("FREQ=DAILY;COUNT=1", "once"),
    ("FREQ=DAILY;COUNT=5", "every day, 5 times"),
]


def test_rules_are_told_in_words_where_there_are_plain_ones():
    wrong = [(rule, told) for rule, words in PLAIN if (told := describe_rule(rule)) != words]
    assert wrong == []


NOT_PLAIN = [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU",
    "FREQ=WEEKLY",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-2",
    "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=5",
    "FREQ=MONTHLY;BYDAY=MO,SU;BYSETPOS=1,-1",
    "FREQ=MONTHLY;BYDAY=1MO,3TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1;BYMONTH=3",
    "FREQ=MONTHLY;BYMONTHDAY=8,9,10;BYDAY=SU,MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=1",
    "FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1",
    "FREQ=HOURLY",
]


def test_a_rule_without_plain_words_is_told_as_the_rule_it_is():
    told = {rule: describe_rule(rule) for rule in NOT_PLAIN}
    assert told == {rule: f"by the rule {rule}" for rule in NOT_PLAIN}


@each_case(
    ("rule", "words"),
    [
        ("FREQ=DAILY;UNTIL=20280330T230000Z", "every day, until Mar 30, 2028"),
        ("FREQ=WEEKLY", "Tuesday"),
        ("FREQ=MONTHLY;COUNT=3", "day 29 of the month, 3 times"),
        ("FREQ=YEARLY", "February 29, every year"),
        ("FREQ=YEARLY;BYMONTHDAY=5;BYMONTH=1;INTERVAL=2", "January 5, every 2 years"),
        ("FREQ=YEARLY;COUNT=2", "February 29, every year, 2 times"),
        ("FREQ=YEARLY;COUNT=1", "once"),
        (
            "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=-1;UNTIL=20280731T003000Z",
            "the last Tuesday or Thursday of the month, until Jul 31, 2028",
        ),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;WKST=SU", "February 29, every year"),
    ],
)
def test_what_is_in_the_plan_is_told_with_its_first_and_last_day(rule, words):
    assert describe_entry(planned(rule)) == words


@each_case(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5;BYWEEKNO=1",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5,6",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-2;UNTIL=20280930T000000Z",
        "FREQ=WEEKLY;BYMONTH=5;UNTIL=20280630T000000Z",
    ],
)
def test_what_is_in_the_plan_without_plain_words_is_told_as_it_was_entered(rule):
    assert describe_entry(planned(rule)) == f"by the rule {rule}"


def test_rules_are_made_from_days():
    assert weekly_rule(frozenset({"FR", "MO"})) == "FREQ=WEEKLY;BYDAY=MO,FR"
    assert every_days_rule(2) == "FREQ=DAILY;INTERVAL=2"


def test_weekdays_are_named_as_the_language_does(tmp_path):
    assert [weekday_name(0), weekday_name(6, "EEE")] == ["Monday", "Sun"]
    with shown_in(tmp_path, "de", {(None, "Monday to Friday"): "Montag bis Freitag"}):
        assert describe_rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR") == "Montag bis Freitag"
        assert describe_rule("FREQ=WEEKLY;BYDAY=MO,TH") == "Montag und Donnerstag"


def test_one_of_several_weekdays_is_told_as_the_language_does(tmp_path):
    first = {(None, "the first {weekday} of the month"): "der erste {weekday} im Monat"}
    with shown_in(tmp_path, "de", first):
        words = describe_rule("FREQ=MONTHLY;BYDAY=FR,MO,WE;BYSETPOS=1")

    assert words == "der erste Montag, Mittwoch oder Freitag im Monat"


def test_every_phase_and_outcome_has_a_word_of_its_own():
    assert len({phase_label(each) for each in PhaseKind}) == len(PhaseKind)
    assert len({outcome_label(each) for each in Outcome}) == len(Outcome)


@each_case(
    ("kind", "word"),
    [
        (None, "Work"),
        (ExerciseKind.HOLD, "Hold"),
        (ExerciseKind.TIMED, "Move"),
        (ExerciseKind.REPS, "Move"),
        (ExerciseKind.FLOW, "Flow"),
    ],
)
def test_work_is_told_in_a_word_that_fits_the_exercise(kind, word):
    assert phase_label(PhaseKind.WORK, kind) == word


def test_effort_is_told_in_words_that_grow():
    words = [effort_word(figure) for figure in range(11)]

    assert list(dict.fromkeys(words)) == [
        "very easy",
        "easy",
        "somewhat hard",
        "hard",
        "very hard",
        "as hard as it gets",
    ]
    assert words == [words[0]] * 2 + [words[2]] * 2 + [words[4]] + [words[5]] * 2 + [
        words[7]
    ] * 3 + [words[10]]
