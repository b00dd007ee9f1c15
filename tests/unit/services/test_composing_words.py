"""The name of a composed routine, and why it is this one."""

from dataclasses import replace

import pytest

from coreapp.domain.chooser import Part
from coreapp.domain.composer import Reasons
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.vocabulary import AREAS
from coreapp.domain.wish import Wish
from coreapp.services.composing_words import explanation, routine_name
from tests.each_case import each_case

REASONS = Reasons(
    exercises=6,
    in_focus=0,
    parts=tuple(Part),
    warm_up=True,
    calm_end=True,
    knows_last=True,
    repeated=0,
    left_out=(),
)


def test_every_area_has_a_name() -> None:
    names = {routine_name(Wish(10, area=area)) for area in AREAS}

    assert len(names) == len(AREAS)
    assert all(name.startswith("10 minutes for the ") for name in names)


def test_an_area_that_nobody_knows_is_told() -> None:
    wish = Wish(10)
    object.__setattr__(wish, "area", "ears")

    with pytest.raises(UnknownIdError):
        routine_name(wish)


@each_case(
    ("wish", "changes", "text"),
    [
        (
            Wish(10),
            {},
            (
                "A bit of everything: belly, back, sides, hips, upper body, and legs. "
                "A warm-up first, a calm end. Nothing from your last sessions."
            ),
        ),
        (
            Wish(5, area="hips"),
            {"warm_up": False, "calm_end": False, "knows_last": False, "in_focus": 4},
            "4 of 6 exercises are for this area.",
        ),
        (
            Wish(10, area="neck"),
            {"in_focus": 1, "calm_end": False, "repeated": 2, "left_out": ("hips",)},
            (
                "1 of 6 exercises is for this area. A warm-up first. "
                "2 exercises from your last sessions. Not today: Hips."
            ),
        ),
        (
            Wish(10, area="neck"),
            {"in_focus": 1, "warm_up": False, "repeated": 1, "left_out": ("arms", "hips")},
            (
                "1 of 6 exercises is for this area. A calm end. "
                "1 exercise from your last sessions. Not today: Arms and Hips."
            ),
        ),
    ],
)
def test_it_explains_itself_in_one_line(wish: Wish, changes: dict[str, object], text: str) -> None:
    assert explanation(wish, replace(REASONS, **changes)) == text  # type: ignore[arg-type]  # fields
