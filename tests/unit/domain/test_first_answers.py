"""What was said at the first start: the order of the questions, what is suggested, what is kept."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.first_answers import (
    AT_HOME,
    AT_THE_DESK,
    FirstAnswers,
    HealthAnswer,
    Step,
    Whereabouts,
    answers_from,
)
from tests.each_case import each_case

ANY = st.builds(
    FirstAnswers,
    over=st.booleans(),
    step=st.sampled_from(Step),
    place=st.none() | st.sampled_from(Whereabouts),
    health=st.sampled_from(HealthAnswer),
)


@given(answers=ANY)
def test_what_is_kept_is_read_back(answers: FirstAnswers) -> None:
    assert answers_from(answers.to_mapping()) == answers


@each_case(
    "document",
    [
        {},
        {"over": "yes", "step": 3, "place": None, "health": []},
        {"over": 1, "step": "of a later version", "place": "boat", "health": "maybe"},
    ],
)
def test_what_cannot_be_read_is_not_answered(document: dict[str, object]) -> None:
    assert answers_from(document) == FirstAnswers()


def test_the_questions_come_one_after_the_other_and_end() -> None:
    answers = FirstAnswers()
    seen = [answers.step]
    for _ in range(5):
        answers = answers.follow(1)
        seen.append(answers.step)

    assert seen == [*Step, Step.SUGGESTION]
    assert answers.follow(-1).step is Step.HEALTH
    assert FirstAnswers().follow(-1).step is Step.LANGUAGE


@each_case(
    ("place", "at_the_desk", "routine"),
    [
        (None, True, AT_HOME),
        (Whereabouts.HOME, True, AT_HOME),
        (Whereabouts.OFFICE, False, AT_THE_DESK),
        (Whereabouts.BOTH, True, AT_THE_DESK),
        (Whereabouts.BOTH, False, AT_HOME),
    ],
)
def test_what_is_suggested_suits_the_place(
    place: Whereabouts | None, at_the_desk: bool, routine: str
) -> None:
    assert FirstAnswers(place=place).suggestion(at_the_desk=at_the_desk) == routine


@each_case("health", HealthAnswer)
def test_only_a_yes_that_nobody_was_asked_about_reminds(health: HealthAnswer) -> None:
    assert FirstAnswers(health=health).asks_first == (health is HealthAnswer.YES)
