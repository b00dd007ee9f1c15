from coreapp.domain.exercise import Exercise
from coreapp.domain.hurts import AREA_OF, INSTEAD, LEFT_OUT, Hurt, left_out, spare
from coreapp.domain.vocabulary import AREAS
from tests.each_case import each_case
from tests.fakes.shipped import shipped_library

RESET = shipped_library().routine("desk-2min-a-reset")
BACK_LINE = shipped_library().routine("desk-2min-e-back-line")


def cautions_of(exercise: Exercise) -> str:
    return " ".join(exercise.cautions).lower()


def test_every_hurt_leaves_something_out_and_all_of_it_is_in_the_library():
    known = {each.id for each in shipped_library().exercises}

    assert set(LEFT_OUT) == set(Hurt)
    assert left_out(Hurt) <= known
    assert all(LEFT_OUT.values())
    assert set(AREA_OF.values()) <= set(AREAS)
    assert {step.exercise for step in INSTEAD.values()} | set(INSTEAD) <= known


def test_nothing_is_left_out_where_nothing_hurts():
    assert left_out([]) == frozenset()


@each_case(
    ("words", "hurt"),
    [
        (("leaning back hurts", "pain on leaning back"), Hurt.LEANING_BACK),
        (("bending forward",), Hurt.BENDING),
        (("turning hurts", "bending or turning hurts"), Hurt.TURNING),
        (("wrists", "wrist pain"), Hurt.WRISTS),
        (("knee complaints", "kneecap", "knee trouble", "the knees"), Hurt.KNEES),
        (("achilles",), Hurt.CALVES),
        (("shoulder pain", "sore shoulder", "lower shoulder"), Hurt.SHOULDERS),
    ],
)
def test_what_a_caution_names_is_left_out(words, hurt):
    # The first is about a level that no break uses; the other names the short walk in its stead.
    harmless = {"desk-hip-flexor", "lunch-walk"}
    named = {
        each.id
        for each in shipped_library().exercises
        if any(word in cautions_of(each) for word in words)
    }

    assert named - harmless <= LEFT_OUT[hurt]


@each_case("hurt", Hurt)
def test_there_is_always_a_walk(hurt):
    assert "walk-break" not in LEFT_OUT[hurt]


def test_what_the_brief_names_stands_in():
    spared = spare(RESET, "reset--spared", {"desk-back-bend"})

    assert spared is not None
    assert spared.id == "reset--spared"
    assert spared.text_context == RESET.text_context
    steps = spared.blocks[0].steps
    assert [each.exercise for each in steps] == [
        *("desk-march", "desk-hinge", "desk-shoulder-squeeze"),
    ]
    assert steps[1].seconds == 30


def test_what_stands_in_comes_once_and_not_if_it_hurts_itself():
    # The brief: pain on turning leaves the twist out of the back line, which has a side bend.
    spared = spare(BACK_LINE, "x", {"torso-twist"})
    assert spared is not None
    assert spared.exercises == ("desk-hinge", "desk-side-bend", "desk-calf-raise")

    spared = spare(RESET, "x", {"desk-back-bend", "desk-hinge"})
    assert spared is not None
    assert spared.exercises == ("desk-march", "desk-shoulder-squeeze")


def test_nothing_is_left_of_a_routine_that_is_nothing_but_what_hurts():
    assert spare(RESET, "x", {*RESET.exercises, "desk-hinge"}) is None
