"""Every word that content may use has a label, in every language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coreapp.domain import vocabulary as words
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Breath, ExerciseKind, Side, Sides
from coreapp.i18n import install
from coreapp.services import vocabulary as labels
from tests.each_case import each_case

WORDS = [
    (labels.area_label, words.AREAS),
    (labels.equipment_label, words.EQUIPMENT),
    (labels.place_label, words.PLACES),
    (labels.place_label, words.ROUTINE_PLACES),
    (labels.routine_group_label, words.ROUTINE_GROUPS),
    (labels.position_label, words.POSITIONS),
    (labels.purpose_label, words.PURPOSES),
    (labels.muscle_label, words.MUSCLES),
]


@each_case(("label", "slugs"), WORDS)
def test_every_word_has_a_label_of_its_own(
    label: Callable[[str], str], slugs: tuple[str, ...]
) -> None:
    found = [label(slug) for slug in slugs]

    assert len(set(found)) == len(slugs)
    assert all(each[0].isupper() and "_" not in each for each in found)


@each_case("label", {each for each, _ in WORDS})
def test_an_unknown_word_has_none(label: Callable[[str], str]) -> None:
    with pytest.raises(UnknownIdError, match="moon"):
        label("moon")


def test_every_kind_side_and_breath_has_a_label_of_its_own() -> None:
    assert len({labels.kind_label(each) for each in ExerciseKind}) == len(ExerciseKind)
    assert len({labels.side_label(each) for each in Side}) == len(Side)
    assert len({labels.sides_label(each) for each in Sides}) == len(Sides)
    assert len({labels.breath_label(each) for each in Breath}) == len(Breath)


@pytest.fixture
def german(tmp_path: Path) -> Iterator[None]:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="de")
    catalogue.add("Core", "Rumpf", context="body area")
    with (folder / "coreapp.mo").open("wb") as file:
        write_mo(file, catalogue)
    install(tmp_path, "de")
    yield
    install(tmp_path, "en")


def test_labels_follow_the_language(german: None) -> None:
    assert labels.area_label("core") == "Rumpf"
