"""What command line and running program say to each other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import (
    CoreappError,
    DiskFullError,
    InvalidValueError,
    NotNowError,
    marked,
)
from coreapp.services.explanations import explain
from coreapp.services.remote import (
    OTHER_VERSION,
    VERSION,
    answer_in,
    answer_to,
    failed_answer,
    order_document,
)
from tests.each_case import each_case

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["version", "order", "answer", "failure", "reason", "remedy", "values"]
            ),
            inner,
        )
    ),
    max_leaves=8,
)


def through(document: object) -> object:
    """Send it as a line."""
    return json.loads(json.dumps(document))


def refused(error: CoreappError) -> CoreappError:
    def fail(_order):
        raise error

    with pytest.raises(CoreappError) as caught:
        answer_in(through(answer_to(through(order_document({"breaks": "skip"})), fail)))
    return caught.value


def test_an_order_is_answered() -> None:
    document = through(order_document({"breaks": "snooze", "minutes": 5}))

    answer = answer_in(through(answer_to(document, lambda order: {"heard": dict(order)})))

    assert answer == {"heard": {"breaks": "snooze", "minutes": 5}}


@each_case(
    "error",
    [
        NotNowError(marked("There is no break to skip now.")),
        InvalidValueError(
            "minutes", -1, marked("Give a number from {least} to {most}."), least=1, most=5
        ),
        InvalidValueError("minutes", None, marked("Give a number above 0.")),
    ],
)
def test_a_failure_is_said_as_it_would_be_there(error: CoreappError) -> None:
    assert explain(refused(error)) == explain(error)


def test_any_other_failure_is_shown_by_the_program_itself() -> None:
    assert isinstance(refused(DiskFullError()), NotNowError)
    with pytest.raises(NotNowError, match="its window tells more"):
        answer_in(through(failed_answer()))


@each_case("document", [None, 3, [], {}, {"version": VERSION + 1, "order": {}}])
def test_another_version_is_told(document: object) -> None:
    with pytest.raises(NotNowError, match=OTHER_VERSION[:20]):
        answer_in(through(answer_to(document, lambda _order: {})))
    with pytest.raises(NotNowError, match=OTHER_VERSION[:20]):
        answer_in(document)


@given(JSON)
def test_whatever_arrives_is_answered_or_told(document: object) -> None:
    assert answer_to(document, lambda _order: {})["version"] == VERSION
    for said in (document, {"version": VERSION, "failure": document}):
        assert told(said)


@each_case(
    "failure",
    [{"remedy": "{x}", "values": {"y": 1}}, {"remedy": "{", "values": {"y": 1}}, {"reason": ""}],
)
def test_a_failure_that_makes_no_sense_is_of_another_version(failure: dict[str, object]) -> None:
    assert told({"version": VERSION, "failure": failure}).startswith("The running program is of")


def told(document: object) -> str:
    """Return what is said of an answer; that it is one, if it is."""
    try:
        return f"an answer: {answer_in(document)}"
    except CoreappError as error:
        return explain(error)
