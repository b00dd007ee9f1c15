"""What is one's own goes out, and comes in by id, all or nothing."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from coreapp.domain.errors import (
    DatabaseBusyError,
    DiskFullError,
    InvalidValueError,
    UnknownIdError,
)
from coreapp.domain.exercise import Dose, ExerciseKind, Level
from coreapp.domain.marks import Liking, Mark
from coreapp.domain.programme import ChosenLevel
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.dose_taking import DoseTaking
from coreapp.services.library import Library
from coreapp.services.marks import Marks
from coreapp.services.merging import Tally
from coreapp.services.own_transfer import Chosen, OwnBundle, OwnThings
from coreapp.services.programme_shelf import Choices, ProgrammeShelf
from coreapp.services.transfer import Transfer
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.documents import FakeDocuments
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.pictures import JPEG, PNG, FakePictures
from tests.fakes.records import session
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

MARKS = {"side-plank": Mark(Liking.LIKED), "my-plank": Mark(not_today=date(2026, 3, 2))}
DOSES = {("side-plank", 20): 22, ("side-plank", 30): 33}
BEGUN = Choices(datetime(2026, 3, 2, tzinfo=UTC), {"side-plank": ChosenLevel("L2", 3)})
OWN = OwnBundle(
    (own_exercise(),),
    (own_routine(),),
    MARKS,
    {"my-plank-1.jpg": JPEG},
    DOSES,
    {"back-strength-8wk": BEGUN},
)
ALL = 7
"""So many records are in it."""


class World:
    """One person's data."""

    def __init__(self):
        self.library: Library = session_library()
        self.exercises, self.routines = FakeDocuments(), FakeDocuments()
        self.pictures = FakePictures()
        self.file = FakeStateFile()
        self.dose_file, self.programme_file = FakeStateFile(), FakeStateFile()
        chosen = Chosen(
            Marks(self.file, FakeClock()),
            DoseTaking(self.dose_file),
            ProgrammeShelf(dict, self.programme_file, FakeClock()),
        )
        self.database = FakeDatabase()
        self.own = OwnThings(self.library, self.exercises, self.routines, self.pictures, chosen)
        self.transfer = Transfer(self.database, self.own)

    def everything(self):
        return (
            self.own.collect(),
            dict(self.exercises.kept),
            dict(self.routines.kept),
            dict(self.pictures.kept),
            *(dict(each.document) for each in (self.file, self.dose_file, self.programme_file)),
            self.database.stored.copy(),
        )


@pytest.fixture
def world():
    return World()


def test_what_came_in_goes_out_and_is_kept(world):
    assert world.transfer.merge(Bundle(own=OWN)).total == Tally(added=ALL, changed=0, same=0)
    assert world.transfer.collect(with_presence=False).own == OWN
    assert list(world.exercises.kept) == ["my-plank"]
    assert list(world.routines.kept) == ["my-evening"]
    assert world.library.timeline("my-evening").seconds > 0


def test_the_same_twice_changes_nothing(world):
    world.transfer.merge(Bundle(own=OWN))
    before = world.everything()
    assert world.transfer.merge(Bundle(own=OWN)).total == Tally(added=0, changed=0, same=ALL)
    assert world.everything() == before


def test_what_differs_is_replaced_and_the_rest_stays(world):
    world.transfer.merge(Bundle(own=OWN))
    other = OwnBundle(
        (own_exercise(name="Crane"), own_exercise("new")),
        (),
        {"side-plank": Mark(hidden=True)},
        doses={("side-plank", 20): 24, ("glute-bridge", 6): 7},
        programmes={"back-strength-8wk": Choices(), "sun-salutation-5-to-10": BEGUN},
    )
    assert world.transfer.merge(Bundle(own=other)).total == Tally(added=3, changed=4, same=0)
    now = world.own.collect()
    assert [each.name for each in now.exercises] == ["Crane", "Größere Brücke"]
    assert now.routines == OWN.routines
    assert now.marks == MARKS | {"side-plank": Mark(hidden=True)}
    assert now.doses == DOSES | other.doses
    assert now.programmes == other.programmes


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


@each_case(
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


PARTS = [
    *("exercises", "routines", "pictures"),
    *("file", "dose_file", "programme_file"),
    "database",
]


@pytest.mark.parametrize("part", PARTS)
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
    assert (now[1:3], now[4:]) == (before[1:3], before[4:])


def _merge_with_a_failure_that_passes(world, failing, bundle):
    """Merge; what cannot be written now can be put back afterwards."""
    take_back = world.own.take_back

    def take_back_later(changes, pictures):
        failing.failure = None
        take_back(changes, pictures)

    world.own.take_back = take_back_later
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
            {("side-plank", 20): 24},
            {"other": BEGUN},
        )
    )
    assert sum(merged.changes.added.values()) == 3
    assert sum(merged.changes.different.values()) == 3 + 4
    merged.undo()
    assert world.own.collect() == before
    assert list(world.exercises.kept) == ["my-plank"]
    assert list(world.routines.kept) == ["my-evening"]


def test_without_ones_own_only_the_log_is_brought_in():
    transfer = Transfer(FakeDatabase())
    assert transfer.merge(Bundle((session(),), own=OWN)).total.added == 1
    assert transfer.collect(with_presence=False).own == OwnBundle()


def test_a_picture_that_is_there_already_is_not_written_again(world):
    bundle = replace(OWN, pictures={"my-plank-1.jpg": JPEG})
    world.transfer.merge(Bundle(own=bundle))
    world.pictures.failure = DiskFullError("full")
    other = replace(bundle, marks={"plank": Mark(hidden=True)})

    assert world.transfer.merge(Bundle(own=other)).total.added == 1
    assert world.pictures.load("my-plank-1.jpg") == JPEG


def test_what_an_import_did_not_touch_is_not_put_back(world):
    world.transfer.merge(Bundle(own=OWN))
    merged = world.transfer.merge(Bundle((session(),), own=OWN))
    world.transfer.merge(Bundle(own=OwnBundle(marks={"side-plank": Mark(hidden=True)})))

    merged.undo()

    assert world.own.collect().marks["side-plank"] == Mark(hidden=True)


def test_what_was_made_after_an_import_outlives_its_undo(world):
    """The toast stands for some seconds; whoever makes something meanwhile must not lose it."""
    merged = world.transfer.merge(Bundle(own=OWN))
    later = OwnBundle(
        (own_exercise("later", pictures=()),),
        (own_routine("afterwards", "later"),),
        {"plank": Mark(hidden=True)},
        {},
        {("plank", 30): 33},
        {"other": BEGUN},
    )
    world.own.merge(later)

    merged.undo()

    assert world.own.collect() == later
    assert list(world.routines.kept) == ["afterwards"]


def test_what_was_edited_since_an_import_is_left_alone_and_told(world):
    world.transfer.merge(Bundle(own=OWN))
    brought = OwnBundle(
        (own_exercise(name="Crane"), own_exercise("new", pictures=())),
        (own_routine(name="Other"),),
        {"side-plank": Mark(hidden=True), "plank": Mark(liking=Liking.LIKED)},
        {},
        {("side-plank", 20): 24},
        {"other": BEGUN},
    )
    merged = world.transfer.merge(Bundle(own=brought))
    world.own.merge(
        OwnBundle(
            (own_exercise(name="Mine"),),
            (own_routine(name="Mine too"),),
            {"side-plank": Mark(liking=Liking.DISLIKED)},
            {},
            {("side-plank", 20): 30},
        )
    )

    undone = merged.undo()

    now = world.own.collect()
    assert {each.name for each in now.exercises} == {"Mine"}
    assert {each.name for each in now.routines} == {"Mine too"}
    assert now.marks["side-plank"] == Mark(liking=Liking.DISLIKED)
    assert now.marks.get("plank") == OWN.marks.get("plank")
    assert now.doses[("side-plank", 20)] == 30
    assert "other" not in now.programmes
    assert undone.left == {Kind.EXERCISES: 1, Kind.ROUTINES: 1, Kind.MARKS: 1, Kind.DOSES: 1}


def test_an_exercise_that_a_routine_made_since_needs_stays(world):
    merged = world.transfer.merge(Bundle(own=OwnBundle((own_exercise("new", pictures=()),))))
    world.own.merge(OwnBundle(routines=(own_routine("since", "new"),)))

    undone = merged.undo()

    assert [each.id for each in world.own.collect().exercises] == ["new"]
    assert [each.id for each in world.own.collect().routines] == ["since"]
    assert undone.left == {Kind.EXERCISES: 1}


def test_what_was_deleted_since_stays_deleted(world):
    merged = world.transfer.merge(Bundle(own=OWN))
    world.library.drop_routine("my-evening")
    world.routines.delete("my-evening")

    undone = merged.undo()

    assert world.own.collect() == OwnBundle()
    assert undone.left == {}


class Crowded(FakeDatabase):
    """Somebody writes twice between reading and storing, or there is no room in the end."""

    full = False
    times = 2

    @contextmanager
    def preparing(self):
        with self.work() as work:
            yield work
            self.times -= 1
            if self.times >= 0:
                raise DatabaseBusyError("written meanwhile")

    @contextmanager
    def work(self):
        with super().work() as work:
            yield work
            if self.full:
                raise DiskFullError("full")


def test_where_somebody_writes_meanwhile_it_comes_in_at_last(world):
    database = Crowded()
    transfer = Transfer(database, world.own)

    merged = transfer.merge(Bundle((session(),), own=OWN))

    assert merged.total.added == 1 + ALL
    assert list(database.stored.sessions.kept) == ["s1"]
    assert world.own.collect() == OWN
    assert merged.undo().left == {}
    assert world.own.collect() == OwnBundle()
    assert database.stored.sessions.kept == {}


def test_where_the_log_cannot_be_written_ones_own_is_as_it_was(world):
    database = Crowded()
    database.full = True

    with pytest.raises(DiskFullError):
        Transfer(database, world.own).merge(Bundle((session(),), own=OWN))

    assert world.own.collect() == OwnBundle()
    assert database.stored.sessions.kept == {}
