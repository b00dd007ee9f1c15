"""What goes out and what comes in, in words."""

from coreapp.services.bundle import Bundle, Kind
from coreapp.services.merging import Tally
from coreapp.services.transfer import Preview
from coreapp.services.transfer_words import (
    exported_words,
    kind_label,
    merged_words,
    preview_lines,
    preview_title,
    tally_words,
)
from tests.each_case import each_case
from tests.fakes.records import activity, session, shoe


def test_every_kind_has_its_own_word():
    assert len({kind_label(kind) for kind in Kind}) == len(Kind)


@each_case(
    ("tally", "words"),
    [
        (Tally(1, 0, 0), "1 new"),
        (Tally(0, 2, 0), "2 replaced"),
        (Tally(0, 0, 3), "3 already there"),
        (Tally(1, 2, 3000), "1 new · 2 replaced · 3,000 already there"),
    ],
)
def test_counts_are_told_without_zeros(tally, words):
    assert tally_words(tally) == words


@each_case(
    ("tallies", "title"),
    [
        ({}, "There is nothing in this file."),
        ({Kind.DAYS: Tally(same=2)}, "Everything in this file is here already."),
        ({Kind.DAYS: Tally(1, 0, 2)}, "1 record would be added."),
        ({Kind.DAYS: Tally(1), Kind.SHOES: Tally(1)}, "2 records would be added."),
        ({Kind.DAYS: Tally(0, 1)}, "1 record would be replaced."),
        ({Kind.DAYS: Tally(0, 2)}, "2 records would be replaced."),
        ({Kind.DAYS: Tally(3, 1)}, "3 would be added and 1 replaced."),
    ],
)
def test_a_look_into_a_file_is_one_sentence(tallies, title):
    assert preview_title(Preview(tallies)) == title


def test_a_look_has_a_line_for_each_kind():
    preview = Preview({Kind.SESSIONS: Tally(2), Kind.DAYS: Tally(same=1)})

    assert preview_lines(preview) == ["Sessions: 2 new", "Days: 1 already there"]


def test_what_was_brought_in_is_told():
    assert merged_words(Tally(1, 2, 3)) == "1 added, 2 changed, 3 already there."


def test_what_went_out_is_told():
    bundle = Bundle((session(),), activities=(activity("a1"), activity("a2")), shoes=(shoe(),))

    assert exported_words(bundle.counts, "all.json") == (
        "1 session, 0 plan entries, 2 activities, and 1 pair of shoes are in all.json."
    )
    assert exported_words({Kind.SHOES: 0}, "x.csv") == "0 pairs of shoes are in x.csv."
    assert exported_words({Kind.SESSIONS: 2}, "x.csv") == "2 sessions are in x.csv."
    assert exported_words({Kind.DAYS: 1}, "x.csv") == "1 day is in x.csv."
    counts = {Kind.ENTRIES: 1, Kind.DAYS: 2, Kind.SPANS: 1, Kind.MARKS: 1}
    assert exported_words(counts, "x") == (
        "1 plan entry, 2 days, 1 stretch at the desk, and 1 thing of your own are in x."
    )
