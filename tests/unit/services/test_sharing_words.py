from coreapp.services.routine_sharing import Arrival, Standing
from coreapp.services.sharing_words import arrival_lines, arrival_title
from tests.fakes.own import own_exercise, own_routine


def arrival(standing: Standing, *exercises: Standing) -> Arrival:
    coming = tuple((own_exercise(name="Crane"), each) for each in exercises)
    return Arrival(own_routine(), standing, coming, 95)


def test_the_title_says_how_it_stands() -> None:
    titles = {each: arrival_title(arrival(each, Standing.NEW)) for each in Standing}
    assert titles == {
        Standing.NEW: "New: “Mein Abend” (1:35)",
        Standing.OTHER: "Changed: “Mein Abend” (1:35)",
        Standing.SAME: "Unchanged: “Mein Abend” (1:35)",
    }
    same = arrival_title(arrival(Standing.SAME, Standing.SAME))
    assert same == "“Mein Abend” (1:35) is there already, just the same."


def test_the_lines_say_what_comes_along_and_what_is_replaced() -> None:
    assert arrival_lines(arrival(Standing.NEW)) == ["1 step"]
    assert arrival_lines(arrival(Standing.OTHER, *Standing)) == [
        "1 step",
        "It takes the place of your routine with the same origin.",
        "New exercise: Crane",
        "Changed exercise, which takes the place of yours: Crane",
        "Exercise that is there already: Crane",
    ]
