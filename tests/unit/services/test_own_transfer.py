"""What is one's own goes out, and comes in by id, all or nothing."""

from dataclasses import replace
from datetime import date

import pytest

from coreapp.domain.errors import DiskFullError, InvalidValueError, UnknownIdError
from coreapp.domain.exercise import Dose, ExerciseKind, Level
from coreapp.domain.marks import Liking, Mark
from coreapp.services.bundle import Bundle
from coreapp.services.library import Library
from coreapp.services.marks import Marks
from coreapp.services.own_transfer import OwnBundle, OwnThings
from coreapp.services.transfer import Merged, Transfer
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.documents import FakeDocuments
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.pictures import JPEG, PNG, FakePictures
from tests.fakes.records import session
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

MARKS = {"side-plank": Mark(Liking.LIKED), "my-plank": Mark(not_today=date(2026, 3, 2))}
OWN = OwnBundle((own_exercise(),), (own_routine(),), MARKS, {"my-plank-1.jpg": JPEG})


class World:
    """One person's data."""

    def __init__(self):
        self.library: Library = session_library()
        self.exercises, self.routines = FakeDocuments(), FakeDocuments()
        self.pictures = FakePictures()
        self.file = FakeStateFile()
        self.marks = Marks(self.file, FakeClock())
        self.database = FakeDatabase()
        self.own = OwnThings(self.library, self.exercises, self.routines, self.pictures, self.marks)
        self.transfer = Transfer(self.database, self.own)

    def everything(self):
        return (
            self.own.collect(),
            dict(self.exercises.kept),
            dict(self.routines.kept),
            dict(self.pictures.kept),
            dict(self.file.document),
            self.database.stored.copy(),
        )


@pytest.fixture
def world():
    return World()


def test_what_came_in_goes_out_and_is_kept(world):
    assert world.transfer.merge(Bundle(own=OWN)) == Merged(added=4, changed=0, same=0)
    assert world.transfer.collect(with_presence=False).own == OWN
    assert list(world.exercises.kept) == ["my-plank"]
    assert list(world.routines.kept) == ["my-evening"]
    assert world.library.timeline("my-evening").seconds > 0


def test_the_same_twice_changes_nothing(world):
    world.transfer.merge(Bundle(own=OWN))
    before = world.everything()
    assert world.transfer.merge(Bundle(own=OWN)) == Merged(added=0, changed=0, same=4)
    assert world.everything() == before


def test_what_differs_is_replaced_and_the_rest_stays(world):
    world.transfer.merge(Bundle(own=OWN))
    other = OwnBundle(
        (own_exercise(name="Crane"), own_exercise("new")), (), {"side-plank": Mark(hidden=True)}
    )
    assert world.transfer.merge(Bundle(own=other)) == Merged(added=1, changed=2, same=0)
    now = world.own.collect()
    assert [each.name for each in now.exercises] == ["Crane", "Größere Brücke"]
    assert now.routines == OWN.routines
    assert now.marks == MARKS | {"side-plank": Mark(hidden=True)}


def test_a_picture_that_is_lost_is_left_out(world):
    world.transfer.merge(Bundle(own=OWN))
    world.pictures.kept.clear()
    assert world.own.collect().pictures == {}


COUNTED = own_exercise(
    kind=ExerciseKind.REPS, tempo=(2, 0, 2), levels=(Level("start", "", "", Dose(1, None, 8, 0)),)
)


def counted_routine():
    routine = own_routine()
    step = replace(routine.blocks[0].steps[0], seconds=None, reps=8)
    return replace(routine, blocks=(replace(routine.blocks[0], steps=(step,)),))


@pytest.mark.parametrize(
    ("own", "failure"),
    [
        (OwnBundle((own_exercise("side-plank"),)), InvalidValueError),
        (OwnBundle((), (own_routine("main", "side-plank"),)), InvalidValueError),
        (OwnBundle((own_exercise("new"),), (own_routine(exercise="gone"),)), UnknownIdError),
        (OwnBundle((own_exercise("x"),), (replace(counted_routine(), id="y"),)), InvalidValueError),
    ],
)
def test_what_cannot_be_used_changes_nothing(world, own, failure):
    world.transfer.merge(Bundle(own=OwnBundle((own_exercise(),))))
    before = world.everything()
    with pytest.raises(failure):
        world.transfer.merge(Bundle((session(),), own=own))
    assert world.everything() == before


def test_an_exercise_that_a_routine_of_ones_own_could_not_be_done_with_is_refused(world):
    world.transfer.merge(Bundle(own=OwnBundle((COUNTED,), (counted_routine(),))))
    before = world.everything()
    with pytest.raises(InvalidValueError):
        world.transfer.merge(Bundle(own=OwnBundle((own_exercise(),))))
    assert world.everything() == before


@pytest.mark.parametrize("part", ["exercises", "routines", "pictures", "file", "database"])
def test_what_cannot_be_written_changes_nothing(world, part):
    world.transfer.merge(Bundle(own=OwnBundle((own_exercise(name="Old"),), (), MARKS)))
    before = world.everything()
    failing = getattr(world, part)
    failing.failure = DiskFullError()
    changed = {"side-plank": Mark(Liking.DISLIKED)}
    other = replace(OWN, marks=changed, exercises=(own_exercise(), own_exercise("new")))

    with pytest.raises(DiskFullError):
        _merge_with_a_failure_that_passes(world, failing, Bundle((session(),), own=other))
    failing.failure = None
    now = world.everything()
    assert now[0].exercises == before[0].exercises
    assert (now[1], now[2], now[4], now[5]) == (before[1], before[2], before[4], before[5])


def _merge_with_a_failure_that_passes(world, failing, bundle):
    """Merge; what cannot be written now can be put back afterwards."""
    put_back = world.own.put_back

    def put_back_later(before):
        failing.failure = None
        put_back(before)

    world.own.put_back = put_back_later
    world.transfer.merge(bundle)


def test_an_undone_import_brings_back_what_was_changed_and_takes_out_what_was_new(world):
    world.transfer.merge(Bundle(own=replace(OWN, pictures={"my-plank-1.jpg": JPEG})))
    before = world.own.collect()
    merged = world.own.merge(
        OwnBundle(
            (own_exercise(name="Crane"), own_exercise("new")),
            (own_routine(name="Other"), own_routine("more", "new")),
            {"side-plank": Mark(hidden=True)},
            {"my-plank-1.jpg": PNG},
        )
    )
    assert (merged.added, merged.changed) == (2, 3)
    merged.undo()
    assert world.own.collect() == before
    assert list(world.exercises.kept) == ["my-plank"]
    assert list(world.routines.kept) == ["my-evening"]


def test_without_ones_own_only_the_log_is_brought_in():
    transfer = Transfer(FakeDatabase())
    assert transfer.merge(Bundle((session(),), own=OWN)).added == 1
    assert transfer.collect(with_presence=False).own == OwnBundle()
