"""The sheet of a routine says everything that somebody needs who has only the paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.routine import Block, Routine, Step
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.printing.ink import Ink, mm
from coreapp.ui.printing.output import sheet_pdf
from coreapp.ui.printing.printout import Printout, Sheet
from coreapp.ui.printing.routine_sheet import routine_sheet
from coreapp.ui.printing.shapes import Shapes
from coreapp.ui.theme.tokens import LIGHT
from tests.fakes.languages import shown_in
from tests.fakes.session_content import session_library
from tests.fakes.shipped import shipped_library
from tests.ui.printing.conftest import A4, RecordingArt, plain

Read = Callable[[Sheet], list[str]]


def words_of(sheet: Sheet, read: Read) -> str:
    return " ".join(read(sheet))


SOME = ("strength-30", "sun-salutation-10", "desk-2min-a-reset", "core-basics-runners")
"""Long, a flow, at the desk, and with sides and pauses."""


@pytest.mark.parametrize(
    "identity",
    [
        pytest.param(each.id, marks=() if each.id in SOME else pytest.mark.soak)
        for each in shipped_library().routines
    ],
)
def test_every_step_is_told_with_its_signs_to_stop(
    blind: Shapes, read: Read, identity: str
) -> None:
    library = shipped_library()
    routine = library.routine(identity)
    text = plain(words_of(routine_sheet(library, blind, identity), read))
    steps = [step for block in routine.blocks for step in block.steps]
    places = []
    for number, step in enumerate(steps, 1):
        exercise = library.exercise(step.exercise)
        places.append(text.index(plain(f"{number}. {exercise.name}")))
        for each in (*exercise.steps, exercise.breathing, *exercise.stop_if):
            assert plain(each) in text
    assert places == sorted(places)
    assert text.count(plain("When to stop:")) == len(steps)
    for each in (routine.audience, routine.not_when, routine.frequency, routine.progression):
        assert plain(each) in text


def test_a_long_routine_has_several_pages_with_whole_steps(outlined: Shapes, read: Read) -> None:
    library = shipped_library()
    pages = read(routine_sheet(library, outlined, "strength-30"))
    assert 3 <= len(pages) <= 5
    for step in library.routine("strength-30").blocks[0].steps:
        exercise = library.exercise(step.exercise)
        together = (exercise.name, *exercise.steps, exercise.breathing, *exercise.stop_if)
        assert any(all(plain(text) in plain(page) for text in together) for page in pages)


def test_it_says_how_long_where_and_how_much(blind: Shapes, read: Read) -> None:
    text = words_of(routine_sheet(shipped_library(), blind, "core-basics-runners"), read)
    assert "Core basics for runners 16 min · 15:38 · On a mat" in text
    assert "2. Dead bug 3:20 2 × 8 a side · 30 s rest between sets" in text
    assert "6. Forearm plank 2:10 3 × 20 s · 30 s rest between sets" in text
    assert "When not to do it: Pain of 6 or more today" in text


def test_what_is_needed_is_named_at_the_head(blind: Shapes, read: Read) -> None:
    text = words_of(routine_sheet(shipped_library(), blind, "strength-30"), read)
    assert "· On a mat · Kettlebell · " in text


def test_an_exercise_that_comes_again_is_explained_once(blind: Shapes, read: Read) -> None:
    library = shipped_library()
    text = words_of(routine_sheet(library, blind, "mcgill-big-three"), read)
    assert text.count(library.exercise("mcgill-curl-up").steps[0]) == 1
    assert text.count("How to do it: see number 2.") == 2


def test_rounds_and_the_rests_between_them_are_told(blind: Shapes, read: Read) -> None:
    rounds = session_library()
    text = words_of(routine_sheet(rounds, blind, "rounds"), read)
    assert "2 rounds of: 15 s rest between rounds 1. Bird dog" in text
    assert "rounds of" not in words_of(routine_sheet(rounds, blind, "main"), read)


def test_what_is_done_once_beside_rounds_says_so(blind: Shapes, read: Read) -> None:
    march, dog = Step("desk-march", seconds=90), Step("bird-dog", reps=2)
    routine = Routine("mixed", "Mixed", (Block((dog,), rounds=3), Block((march,), rest_seconds=9)))
    exercises = {each.id: each for each in session_library().exercises}
    text = words_of(routine_sheet(Library(exercises, {"mixed": routine}), blind, "mixed"), read)
    assert "3 rounds of: 1. Bird dog" in text
    assert "1 round of: 2. Desk march" in text


def test_a_flow_shows_all_its_positions(outlined: Shapes, read: Read) -> None:
    library = shipped_library()
    text = words_of(routine_sheet(library, outlined, "sun-salutation-10"), read)
    for number, position in enumerate(library.exercise("sun-salutation").positions, 1):
        assert f"{number}. {position.name}" in text
        assert position.cue in text
    assert "10 passes" in text
    assert "Breathe out, 10 s" in text
    assert "Quiet at the end 0:20" in text


def test_notes_are_told(blind: Shapes, read: Read) -> None:
    text = words_of(routine_sheet(shipped_library(), blind, "sun-salutation-5"), read)
    assert shipped_library().routine("sun-salutation-5").blocks[0].steps[0].note in text


def test_an_exercise_without_a_figure_has_its_words(shapes: Shapes, read: Read) -> None:
    library = session_library()
    own = replace(library.exercise("side-plank"), id="own", name="My own plank")
    routine = Routine("mine", "Mine", (Block((Step("own", seconds=20),)),))
    sheet = routine_sheet(Library({"own": own}, {"mine": routine}), shapes, "mine")
    text = words_of(sheet, read)
    assert "1. My own plank" in text
    assert "Lie down." in text


def test_it_is_in_the_language_shown(blind: Shapes, read: Read, tmp_path: Path) -> None:
    german = {
        ("exercise plank", "Forearm plank"): "Unterarmstütz",
        ("routine core-basics-runners", "Core basics for runners"): "Rumpf für Läufer",
        (None, "When to stop"): "Wann aufhören",
    }
    with shown_in(tmp_path, "de", german):
        text = words_of(routine_sheet(shipped_library(), blind, "core-basics-runners"), read)
    assert "6. Unterarmstütz" in text
    assert "Rumpf für Läufer" in text
    assert "Wann aufhören:" in text


def test_an_unknown_routine_has_no_sheet(shapes: Shapes) -> None:
    with pytest.raises(UnknownIdError):
        routine_sheet(shipped_library(), shapes, "nothing")


def test_each_step_has_the_figure_of_its_level_with_arrows(ink: Ink) -> None:
    art = RecordingArt()
    library = shipped_library()
    sheet_pdf(routine_sheet(library, Shapes(ink, art), "two-to-start"), ink, A4)
    steps = library.routine("two-to-start").blocks[0].steps
    assert art.shots == [FigureShot(each.exercise, level=each.level, arrows=True) for each in steps]
    assert art.looks == {(LIGHT, True)}


def test_the_figure_is_painted_beside_its_step(shapes: Shapes, ink: Ink) -> None:
    sheet = routine_sheet(shipped_library(), shapes, "desk-2min-f-walk")
    printout = Printout(sheet, ink, QSizeF(mm(210), mm(297)))
    scale = 2 / mm(1)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    printout.paint(painter, 0)
    painter.end()
    step = printout.pages[0][1]
    room = QRectF(mm(15), mm(15) + step.top, mm(66), step.height)
    pixels = QRectF(room.topLeft() * scale, room.size() * scale).toRect()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(pixels.left(), pixels.right(), 2)
        for y in range(pixels.top(), pixels.bottom(), 2)
    }
    assert len(colours) > 30
