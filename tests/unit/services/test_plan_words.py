"""What the plan says where a routine cannot be started."""

from coreapp.domain.errors import UnknownIdError
from coreapp.services.library import LeftOut
from coreapp.services.plan_words import picture_of, why_not
from tests.fakes.shipped import fresh_library, shipped_library


def test_what_can_be_started_has_its_picture_and_no_reason() -> None:
    library = shipped_library()

    assert why_not(library, "core-four") == ""
    assert picture_of(library, "core-four") == library.routine("core-four").exercises[0]


def test_a_strength_session_is_shown_by_what_makes_strong() -> None:
    """Both begin with the cat–cow, and would look the same in the calendar."""
    library = shipped_library()

    assert picture_of(library, "core-basics-runners") == "dead-bug"
    assert picture_of(library, "mcgill-big-three") == "mcgill-curl-up"
    assert picture_of(library, "easy-day-mobility") == "walk-break", "it is no strength session"


def test_what_is_not_there_is_said_to_be_missing() -> None:
    library = shipped_library()

    assert why_not(library, "x") == "Cannot be started: this routine is not in the library."
    assert picture_of(library, "x") == ""


def test_what_was_left_out_is_explained() -> None:
    library = fresh_library()
    library.leave_out(LeftOut("routine", "x", "Mine", UnknownIdError("exercise", "gone")))

    reason = "There is no exercise with the id “gone”."
    assert why_not(library, "x") == f"Cannot be started: {reason}"
    assert picture_of(library, "x") == ""
