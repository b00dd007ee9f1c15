from dataclasses import replace

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.hurts import LEFT_OUT, Hurt
from coreapp.domain.marks import Taste
from coreapp.services.hurts import Hurts, hurt_label, hurts_line
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import fresh_library, shipped_library

DAY = 86_400


class FullDisk(FakeStateFile):
    """Nothing can be written."""

    def save(self, document) -> None:
        raise DiskFullError


def hurts_in(document: dict[str, object] | None = None) -> Hurts:
    return Hurts(FakeStateFile(document or {}), FakeClock(), shipped_library())


def test_nothing_hurts_to_begin_with():
    hurts = hurts_in()

    assert hurts.today == frozenset()
    assert hurts.sore == frozenset()
    taste = Taste(avoided=frozenset({"plank"}))
    assert hurts.spare(taste) is taste


def test_what_hurts_is_left_out_with_what_is_avoided_anyway():
    hurts = hurts_in()
    hurts.say({Hurt.TURNING})

    taste = hurts.spare(Taste(liked=frozenset({"cat-cow"}), avoided=frozenset({"plank"})))
    assert taste.sore == LEFT_OUT[Hurt.TURNING]
    assert taste.avoided == LEFT_OUT[Hurt.TURNING] | {"plank"}
    assert taste.liked == {"cat-cow"}


def test_it_is_kept_for_the_day_and_ends_by_itself():
    clock, file = FakeClock(), FakeStateFile()
    hurts = Hurts(file, clock, shipped_library())
    hurts.say({Hurt.KNEES, Hurt.LEANING_BACK})
    assert file.load() == {"day": "2026-03-02", "hurts": ["leaning_back", "knees"]}
    assert Hurts(file, clock, shipped_library()).today == {Hurt.KNEES, Hurt.LEANING_BACK}

    clock.advance(14.9 * 3600)  # 23:54 in Berlin
    assert hurts.today
    clock.advance(3600)
    assert hurts.today == frozenset()
    assert Hurts(file, clock, shipped_library()).today == frozenset()


def test_what_no_longer_hurts_leaves_nothing_in_the_file():
    file = FakeStateFile()
    hurts = Hurts(file, FakeClock(), shipped_library())
    hurts.say({Hurt.NECK})
    hurts.say(())

    assert hurts.today == frozenset()
    assert file.load() == {}


@pytest.mark.parametrize(
    "document",
    [
        {"day": "yesterday", "hurts": ["neck"]},
        {"hurts": ["neck"]},
        {"day": "2026-03-02", "hurts": ["elbow"]},
    ],
)
def test_what_cannot_be_read_hurts_nobody(document, caplog):
    assert hurts_in(document).today == frozenset()
    assert "not read" in caplog.text
    caplog.clear()


def test_words_that_are_no_list_are_none():
    assert hurts_in({"day": "2026-03-02", "hurts": "neck"}).today == frozenset()


def test_what_cannot_be_kept_does_not_hurt():
    hurts = Hurts(FullDisk(), FakeClock(), shipped_library())

    with pytest.raises(DiskFullError):
        hurts.say({Hurt.NECK})
    assert hurts.today == frozenset()


def test_ones_own_are_left_out_by_their_figure_or_their_area():
    library = fresh_library_with_own()
    hurts = Hurts(FakeStateFile(), FakeClock(), library)
    hurts.say({Hurt.LEANING_BACK})
    assert "own-bend" in hurts.sore
    assert "own-neck" not in hurts.sore

    hurts.say({Hurt.NECK})
    assert "own-neck" in hurts.sore
    assert "own-bend" not in hurts.sore


def fresh_library_with_own():
    library = fresh_library()
    bend = library.exercise("desk-back-bend")
    own = replace(bend, id="own-bend", figure="desk-back-bend", areas=("core",))
    library.put_exercise(own)
    library.put_exercise(replace(own, id="own-neck", figure="", areas=("neck",)))
    return library


def test_every_hurt_has_a_label_of_its_own():
    assert len({hurt_label(each) for each in Hurt}) == len(Hurt)


def test_the_line_names_what_breaks_leave_out():
    library = shipped_library()

    def line(*hurts: Hurt) -> str:
        said = frozenset().union(*(LEFT_OUT[each] for each in hurts))
        return hurts_line(hurts, said, library)

    assert line() == ""
    assert line(Hurt.KNEES) == "Left out of your breaks until tomorrow: Sit-to-stand."
    assert "Standing back bend and Standing torso twist" in line(Hurt.LEANING_BACK, Hurt.TURNING)
    nothing_at_desk = hurts_line({Hurt.HIPS}, {"pigeon-pose"}, library)
    assert nothing_at_desk == "Breaks and routines made for the moment spare it until tomorrow."
