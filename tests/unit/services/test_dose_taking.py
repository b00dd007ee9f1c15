"""Taking doses over, giving them back, and what is kept of it."""

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.taken_doses import dose_of
from coreapp.services.dose_taking import DoseTaking
from coreapp.services.library import Library
from coreapp.services.prospects import ExerciseNext, Prospect
from tests.fakes.desktop import FakeStateFile
from tests.fakes.session_content import BRIDGE, MAIN, session_library

MORE = Prospect(
    (
        ExerciseNext("side-plank", 20, 22, in_seconds=True, base=20),
        ExerciseNext("glute-bridge", 6, 6, in_seconds=False, base=6),
    )
)
LESS = Prospect((ExerciseNext("side-plank", 22, 20, in_seconds=True, base=20),))
PROGRAMME = Prospect((ExerciseNext("side-plank", 20, 22, in_seconds=True),))


@pytest.fixture
def file() -> FakeStateFile:
    return FakeStateFile()


@pytest.fixture
def taking(file: FakeStateFile) -> DoseTaking:
    return DoseTaking(file)


def doses(routine: Routine) -> list[int]:
    return [dose_of(step) for block in routine.blocks for step in block.steps]


def test_what_was_taken_over_is_kept(taking: DoseTaking, file: FakeStateFile) -> None:
    assert MORE.can_be_taken
    assert taking.take(MORE) == {}

    assert doses(taking.fit(MAIN)) == [22, 6]
    assert file.document == {"side-plank": {"20": 22}}
    assert DoseTaking(file).doses == taking.doses == {("side-plank", 20): 22}
    assert taking.has_any(MAIN)


def test_the_dose_of_the_routine_needs_no_keeping(taking: DoseTaking, file: FakeStateFile) -> None:
    taking.take(MORE)
    before = taking.take(LESS)

    assert taking.doses == {}
    assert file.document == {}
    taking.restore(before)
    assert taking.doses == {("side-plank", 20): 22}


def test_a_programme_grows_by_itself(taking: DoseTaking) -> None:
    assert not PROGRAMME.can_be_taken
    taking.take(PROGRAMME)

    assert taking.doses == {}


def test_a_routine_gets_its_own_doses_back_and_others_keep_theirs(taking: DoseTaking) -> None:
    taking.restore({("side-plank", 20): 24, ("side-plank", 40): 44})

    assert taking.give_back(MAIN) == {("side-plank", 20): 24, ("side-plank", 40): 44}
    assert taking.doses == {("side-plank", 40): 44}
    assert not taking.has_any(MAIN)


def test_nothing_changes_when_it_cannot_be_written(taking: DoseTaking, file: FakeStateFile) -> None:
    file.failure = DiskFullError()

    with pytest.raises(DiskFullError):
        taking.take(MORE)

    assert taking.doses == {}


def test_what_somebody_else_wrote_into_the_file_is_left_out(file: FakeStateFile) -> None:
    file.document = {
        "plank": {"20": 22, "x": 3, "30": "long", "40": 400, "50": 0},
        "bird-dog": 7,
    }

    assert DoseTaking(file).doses == {("plank", 20): 22}


def fitted_library(taking: DoseTaking) -> Library:
    library = session_library()
    library.fit_with(taking.fit)
    taking.take(MORE)
    return library


def test_what_is_shown_and_played_follows_and_the_routine_itself_does_not(
    taking: DoseTaking,
) -> None:
    library = fitted_library(taking)

    assert doses(library.as_done("main")) == [22, 6]
    assert doses(library.routine("main")) == [20, 6]
    assert library.timeline("main").seconds == session_library().timeline("main").seconds + 4 * 2
    assert library.step_seconds("main")[0] == session_library().step_seconds("main")[0] + 4 * 2


def test_the_desk_and_what_is_composed_for_a_moment_stay_as_they_are(taking: DoseTaking) -> None:
    library = fitted_library(taking)
    blocks = (Block((Step("side-plank", seconds=20), Step(BRIDGE.id, reps=6))),)
    library.put_routine(Routine("desk", "Desk", blocks, place="desk"))
    library.add_composed(Routine("moment", "Moment", blocks), lambda: "Moment")

    assert doses(library.as_done("desk")) == [20, 6]
    assert doses(library.as_done("moment")) == [20, 6]
