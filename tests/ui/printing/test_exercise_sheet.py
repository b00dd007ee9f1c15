"""The sheet of an exercise: key poses, steps, and what to take care of."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.own import blank_exercise
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.printing.exercise_sheet import exercise_sheet
from coreapp.ui.printing.ink import Ink, mm
from coreapp.ui.printing.output import sheet_pdf
from coreapp.ui.printing.pieces import Panel
from coreapp.ui.printing.printout import Printout, Sheet
from coreapp.ui.printing.shapes import Shapes
from coreapp.ui.theme.tokens import LIGHT
from tests.fakes.exercise_world import write_picture
from tests.fakes.shipped import shipped_library
from tests.ui.printing.conftest import A4, RecordingArt, plain

Read = Callable[[Sheet], list[str]]

ALL = tuple(each.id for each in shipped_library().exercises)


def words_of(identity: str) -> int:
    """Return how much there is to say of an exercise."""
    exercise = shipped_library().exercise(identity)
    texts = (exercise.why, exercise.setup, *exercise.steps, *exercise.mistakes, *exercise.cautions)
    levels = [f"{each.text} {each.move_up}" for each in exercise.levels]
    return len(" ".join((*texts, *levels, *exercise.stop_if, *exercise.sources)))


LONGEST = tuple(sorted(ALL, key=words_of)[-4:])
KINDS = ("plank", "side-plank", "bird-dog", "sun-salutation", "desk-march", "lunch-walk")
"""Held, on two sides, counted, a flow, at the desk, and without a mat."""
exercises = pytest.mark.parametrize(
    "exercises",
    [
        pytest.param((*KINDS, *LONGEST), id="kinds and longest"),
        pytest.param(ALL, id="all", marks=pytest.mark.soak),
    ],
)


def shots_of(ink: Ink, identity: str) -> tuple[list[FigureShot], set[tuple[str, bool]]]:
    art = RecordingArt()
    sheet_pdf(exercise_sheet(shipped_library(), Shapes(ink, art), identity), ink, A4)
    return art.shots, art.looks


@exercises
def test_it_says_everything(blind: Shapes, read: Read, exercises: tuple[str, ...]) -> None:
    for exercise in map(shipped_library().exercise, exercises):
        text = plain("".join(read(exercise_sheet(shipped_library(), blind, exercise.id))))
        assert text.startswith(plain(exercise.name)), exercise.id
        for each in (
            exercise.why,
            exercise.setup,
            *exercise.steps,
            exercise.breathing,
            *exercise.mistakes,
            *exercise.stop_if,
            *exercise.cautions,
            exercise.seated,
            *(level.text for level in exercise.levels),
            *(level.move_up for level in exercise.levels),
            *exercise.sources,
        ):
            assert plain(each) in text, exercise.id


@exercises
def test_the_signs_to_stop_are_on_the_first_of_few_pages(
    shapes: Shapes, ink: Ink, exercises: tuple[str, ...]
) -> None:
    for identity in exercises:
        sheet = exercise_sheet(shipped_library(), shapes, identity)
        pages = Printout(sheet, ink, QSizeF(mm(210), mm(297))).pages
        panels = [[isinstance(each.part.piece, Panel) for each in page] for page in pages]
        assert any(panels[0]), identity
        assert len(pages) <= 3, identity


def test_key_poses_are_painted_in_their_order(ink: Ink) -> None:
    shots, looks = shots_of(ink, "plank")
    moments = [shot.moment for shot in shots]
    assert len(moments) == 3
    assert moments == sorted(moments)
    assert [shot.arrows for shot in shots] == [False, False, True]
    assert looks == {(LIGHT, True)}


def test_a_long_row_of_poses_is_shown_by_some_of_them(ink: Ink) -> None:
    shots, _ = shots_of(ink, "walk-break")
    assert len([shot for shot in shots if not shot.level]) == 3


def test_a_flow_shows_each_position(ink: Ink) -> None:
    shots, _ = shots_of(ink, "sun-salutation")
    assert shots[0] == FigureShot("sun-salutation", arrows=True)
    assert len(shots) == 13


def test_the_variant_on_a_chair_has_its_figure(ink: Ink) -> None:
    shots, _ = shots_of(ink, "desk-march")
    assert FigureShot("desk-march", level="seated", arrows=True) in shots
    others, _ = shots_of(ink, "sun-salutation")
    assert not any(shot.level for shot in others)


def test_poses_carry_the_number_of_their_step(outlined: Shapes, read: Read) -> None:
    text = " ".join(read(exercise_sheet(shipped_library(), outlined, "plank")))
    assert "Step 1 Step 2 Step 3" in text
    walking = " ".join(read(exercise_sheet(shipped_library(), outlined, "walk-break")))
    assert "Step 3" not in walking


def test_what_an_exercise_does_not_have_is_left_out(outlined: Shapes, read: Read) -> None:
    plank = replace(
        shipped_library().exercise("plank"),
        id="own",
        levels=(),
        sources=(),
        cautions=(),
        secondary_muscles=(),
    )
    text = " ".join(read(exercise_sheet(Library({"own": plank}, {}), outlined, "own")))
    assert "Forearm plank" in text
    for title in ("Levels", "Sources", "Take care", "Also:", "Seated", "Step 1"):
        assert title not in text


def test_an_unknown_exercise_has_no_sheet(shapes: Shapes) -> None:
    with pytest.raises(UnknownIdError):
        exercise_sheet(shipped_library(), shapes, "handstand")


def test_one_that_somebody_wrote_has_no_empty_headings(shapes: Shapes, read: Read) -> None:
    own = replace(
        blank_exercise("own"),
        name="Crane",
        steps=("Stand on one leg.",),
        levels=blank_exercise("own").levels,
    )
    text = " ".join(read(exercise_sheet(Library({"own": own}, {}), shapes, "own")))
    assert "2 × 30 s" in text
    assert "Something hurts" in text
    for title in ("Breathing", "Common mistakes", "Take care", "Muscles", "Sources", "Seated"):
        assert title not in text


def test_a_picture_of_ones_own_stands_where_the_figure_would(ink: Ink, tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "a.png", QSize(60, 40), QColor(200, 30, 30))
    own = replace(blank_exercise("own"), name="Crane", steps=("Go.",), pictures=("a.png",))
    art = FigureArt(lambda _exercise: None, OwnPictures(lambda _exercise: (picture,)))
    sheet = exercise_sheet(Library({"own": own}, {}), Shapes(ink, art), "own")
    (tmp_path / "sheet.pdf").write_bytes(sheet_pdf(sheet, ink, A4))
    document = QPdfDocument()
    document.load(str(tmp_path / "sheet.pdf"))
    page = document.render(0, QSize(300, 424))
    document.close()
    reds = [
        page.pixelColor(150, y).red() > 150 > page.pixelColor(150, y).blue() for y in range(200)
    ]
    assert sum(reds) > 60
