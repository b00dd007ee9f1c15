from dataclasses import replace
from pathlib import Path

import pytest

from coreapp.domain.errors import DiskFullError, InvalidValueError, NotNowError, UnknownIdError
from coreapp.services.own_documents import routine_from
from coreapp.services.own_library import merge_own
from tests.fakes.languages import shown_in
from tests.fakes.own_routines import OwnWorld
from tests.fakes.shipped import fresh_library


@pytest.fixture
def world() -> OwnWorld:
    return OwnWorld()


def test_a_new_routine_is_kept_once_it_has_a_step(world: OwnWorld) -> None:
    empty = world.own.new()
    assert (empty.id, empty.name) == ("own-1", "My routine")
    with pytest.raises(InvalidValueError, match="Add an exercise"):
        world.own.keep(empty)
    assert world.documents.kept == {}

    kept = world.own.keep(world.made())
    assert world.library.is_own_routine(kept.id)
    assert kept.expected_seconds == world.library.timeline(kept.id).seconds


def test_what_is_kept_is_there_at_the_next_start(world: OwnWorld) -> None:
    kept = world.own.keep(world.made())
    again = fresh_library()
    merge_own(again, {}, world.documents.all())
    assert again.routine(kept.id) == kept
    assert again.left_out == ()


def test_a_changed_routine_takes_the_place_of_the_old_one(world: OwnWorld) -> None:
    kept = world.own.keep(world.made())
    changed = world.own.keep(replace(kept, name=" Morning "))
    assert world.library.routine(kept.id) == changed
    assert world.library.routine_name(kept.id) == "Morning"
    assert routine_from(world.documents.kept[kept.id]) == changed
    assert list(world.documents.kept) == [kept.id]


def test_a_shipped_routine_is_duplicated_in_the_language_shown(
    world: OwnWorld, tmp_path: Path
) -> None:
    before = world.library.routine("core-basics-runners")
    context = before.text_context
    texts = {
        (context, before.name): "Rumpf für Läufer",
        (context, before.frequency): "Zweimal die Woche.",
        (None, "Copy of {routine}"): "Kopie von {routine}",
    }
    with shown_in(tmp_path, "de", texts):
        copy = world.own.duplicate("core-basics-runners")
    # In another language it stays as it was frozen.
    assert world.library.routine_name(copy.id) == "Kopie von Rumpf für Läufer"
    assert world.library.routine(copy.id).frequency == "Zweimal die Woche."
    assert copy.blocks == before.blocks
    assert world.library.routine("core-basics-runners") == before
    assert world.library.is_own_routine(copy.id)


def test_every_shipped_routine_can_be_duplicated(world: OwnWorld) -> None:
    for routine in list(world.library.routines):
        copy = world.own.duplicate(routine.id)
        seconds = world.library.timeline(routine.id).seconds
        assert world.library.timeline(copy.id).seconds == seconds


def test_a_copy_of_a_copy_of_a_copy_has_a_name_that_fits(world: OwnWorld) -> None:
    copy = world.own.duplicate("core-basics-runners")
    for _number in range(12):
        copy = world.own.duplicate(copy.id)
    assert len(copy.name) == 80
    assert copy.name.endswith("…")


def test_a_deleted_routine_can_be_brought_back(world: OwnWorld) -> None:
    kept = world.own.keep(world.made())
    deleted = world.own.delete(kept.id)
    assert world.documents.kept == {}
    with pytest.raises(UnknownIdError):
        world.library.routine(kept.id)
    assert world.own.keep(deleted) == kept
    assert world.library.routine(kept.id) == kept


def test_only_ones_own_can_be_deleted(world: OwnWorld) -> None:
    for identity in ("core-basics-runners", "nothing"):
        with pytest.raises(UnknownIdError):
            world.own.delete(identity)


def test_what_is_planned_is_not_deleted(world: OwnWorld) -> None:
    kept = world.own.keep(world.made())
    world.planned.add(kept.id)
    with pytest.raises(NotNowError, match="in the plan"):
        world.own.delete(kept.id)
    assert world.library.routine(kept.id) == kept
    assert list(world.documents.kept) == [kept.id]


def test_nothing_changes_where_there_is_no_room(world: OwnWorld) -> None:
    kept = world.own.keep(world.made())
    world.documents.failure = DiskFullError("full")
    with pytest.raises(DiskFullError):
        world.own.keep(replace(kept, name="Morning"))
    with pytest.raises(DiskFullError):
        world.own.delete(kept.id)
    assert world.library.routine(kept.id) == kept


def test_a_shipped_one_is_never_replaced(world: OwnWorld) -> None:
    shipped = world.library.routine("core-basics-runners")
    with pytest.raises(InvalidValueError, match="shipped"):
        world.own.keep(shipped)
    assert world.documents.kept == {}
