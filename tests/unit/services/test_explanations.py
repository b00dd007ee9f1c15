"""Every expected failure has its sentence, in the language that is shown."""

from coreapp.domain import errors
from coreapp.domain.errors import (
    CancelledError,
    ContentError,
    CoreappError,
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnreadableError,
    DiskFullError,
    FileUnreadableError,
    InvalidValueError,
    NotNowError,
    StillUsedError,
    UnknownIdError,
    marked,
)
from coreapp.services.explanations import LONGEST_VALUE, explain
from tests.each_case import each_case
from tests.fakes.languages import shown_in

SENTENCES = {
    ContentError("plank.toml", "steps[1]", "is empty.", "Write it."): (
        "plank.toml, steps[1]: is empty. Write it."
    ),
    InvalidValueError("at", "25:00", "Write a time."): "at: “25:00” cannot be used. Write a time.",
    UnknownIdError("routine", "yoga"): "There is no routine with the id “yoga”.",
    DatabaseTooNewError("9999"): (
        "A newer version of the program saved this log. It was left untouched; "
        "please update the program."
    ),
    DatabaseUnreadableError("attempt to write a readonly database"): (
        "The log cannot be opened (attempt to write a readonly database). It was left untouched. "
        "Check that you may read and write it; if it is no log any more, put a safety copy in its "
        "place."
    ),
    DatabaseBusyError("locked"): (
        "Another program is using the log. What is saved is safe; close the other program "
        "and try again."
    ),
    CancelledError(): "It was cancelled. Nothing was changed.",
    DiskFullError("full"): (
        "The disk is full. What was saved before is safe; make room, then it goes on."
    ),
    FileUnreadableError("/tmp/x.json", "Is a directory"): (
        "/tmp/x.json cannot be read or written: Is a directory"
    ),
    StillUsedError("Plank", ["Evening", "Morning"]): (
        "“Plank” is used in: Evening, Morning. Take it out there first; nothing was deleted."
    ),
    NotNowError("There is no break to skip now."): "There is no break to skip now.",
}


def expected_failures(kind: type[CoreappError] = CoreappError) -> set[type[CoreappError]]:
    return {
        found
        for child in kind.__subclasses__()
        if child.__module__ == errors.__name__
        for found in {child, *expected_failures(child)}
    }


@each_case(("error", "sentence"), SENTENCES.items())
def test_every_failure_has_its_sentence(error, sentence):
    assert explain(error) == sentence


def test_no_failure_is_without_a_sentence():
    assert {type(error) for error in SENTENCES} == expected_failures()


@each_case("value", [None, ""])
def test_what_was_not_given_is_missing(value):
    assert explain(InvalidValueError("start", value, "Write it.")) == "start is missing. Write it."


def test_a_value_is_told_on_one_line_and_not_in_full():
    told = explain(InvalidValueError("rule", "FREQ\n" + "x" * 500, "Shorten it."))

    assert "\n" not in told
    assert "“FREQ xx" in told
    assert "x…” cannot" in told
    assert len(told) < LONGEST_VALUE + 60


def test_a_script_says_where_a_command_makes_no_sense():
    error = NotNowError("There is no break to skip now.", "at 00:10:00")

    assert explain(error) == str(error) == "at 00:10:00: There is no break to skip now."


@each_case("kind", ["exercise", "routine", "session", "entry", "muscle"])
def test_kinds_of_things_are_named(kind):
    words = {"entry": "plan entry"}

    assert explain(UnknownIdError(kind, "x")) == (
        f"There is no {words.get(kind, kind)} with the id “x”."
    )


def test_remedies_are_translated_with_their_values(tmp_path):
    error = InvalidValueError("sets", 0, marked("Give at least {least}."), least=1)
    texts = {
        (None, "Give at least {least}."): "Gib mindestens {least} an.",
        (
            None,
            "{key}: “{value}” cannot be used. {remedy}",
        ): "{key}: „{value}“ geht nicht. {remedy}",
        (None, "Nothing is left."): "Nichts ist übrig.",
    }

    with shown_in(tmp_path, "de", texts):
        assert explain(error) == "sets: „0“ geht nicht. Gib mindestens 1 an."
        assert explain(NotNowError(marked("Nothing is left."))) == "Nichts ist übrig."
    assert str(error) == "sets: 0: Give at least 1."


def test_braces_of_a_remedy_without_values_are_left_alone():
    assert explain(InvalidValueError("x", 1, 'Write {"a": 1}.')).endswith('Write {"a": 1}.')


def test_a_failure_can_be_told_of_another_place():
    error = InvalidValueError("at", 7, marked("Give {what}."), what="a time").under("entry.at")

    assert str(error) == "entry.at: 7: Give a time."
    assert error.values == {"what": "a time"}


def test_a_failure_without_a_sentence_of_its_own_is_told_as_it_is():
    assert explain(CoreappError("The moon is in the way.")) == "The moon is in the way."


def test_what_nobody_sees_is_written_out():
    told = explain(InvalidValueError("sessions[0].id", "a\0b\x1b[31m\x7f", "Give another."))

    assert told == "sessions[0].id: “a\\x00b\\x1b[31m\\x7f” cannot be used. Give another."
