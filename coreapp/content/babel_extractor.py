"""Lets Babel collect the texts of the content files, each in the context of its exercise.

`translations/babel.cfg` names `extract` for the files of assets/exercises, assets/routines,
assets/programmes and assets/guide.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO

from coreapp.content.guide_files import TITLE_CHARACTERS, ArticleFile, make_article
from coreapp.content.loader import make_exercise, make_routine
from coreapp.content.programme_files import ProgrammeFile, make_programme
from coreapp.content.reading import parse
from coreapp.content.schema import STEP_CHARACTERS, ExerciseFile, RoutineFile
from coreapp.domain.exercise import Exercise
from coreapp.domain.guide import Article
from coreapp.domain.programme import Course, Growth, Programme
from coreapp.domain.routine import Routine

SPOKEN = f"Spoken: keep it near {STEP_CHARACTERS} characters."
TITLE = f"In a list: at most {TITLE_CHARACTERS} characters."

Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: BinaryIO,
    _keywords: Collection[str],
    _comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Message]:
    """Yield every text of a content file as Babel wants it.

    Args:
        fileobj: the content file; its name is used in complaints.
        _keywords: not needed, there is no code in the file.
        _comment_tags: not needed either.
        options: `kind = routine` for a routine's file, `kind = programme` for a programme's,
            `kind = guide` for an article's; else it is an exercise's.

    Raises:
        ContentError: the file does not fit its schema.
    """
    content = fileobj.read()
    name = str(getattr(fileobj, "name", "content file"))
    if options.get("kind") == "routine":
        routine = make_routine(parse(content, name, RoutineFile))
        context, texts = routine.text_context, routine_texts(routine)
    elif options.get("kind") == "programme":
        programme = make_programme(parse(content, name, ProgrammeFile), name)
        context, texts = programme.text_context, programme_texts(programme)
    elif options.get("kind") == "guide":
        article = make_article(parse(content, name, ArticleFile))
        context, texts = article.text_context, article_texts(article)
    else:
        exercise = make_exercise(parse(content, name, ExerciseFile))
        context, texts = exercise.text_context, exercise_texts(exercise)
    lines = content.decode().splitlines()
    for text, comments in texts:
        yield _line_of(text, lines), "pgettext", (context, text), comments


def exercise_texts(exercise: Exercise) -> Iterator[tuple[str, list[str]]]:
    """Yield every text of an exercise that is shown, with remarks for translators."""
    yield exercise.name, []
    yield exercise.why, []
    yield exercise.setup, []
    for step in exercise.steps:
        yield step, [SPOKEN]
    yield exercise.breathing, []
    for text in exercise.mistakes + exercise.stop_if + exercise.cautions + exercise.sources:
        yield text, []
    if exercise.seated:
        yield exercise.seated, []
    for level in exercise.levels:
        yield level.text, []
        yield level.move_up, []
    for position in exercise.positions:
        yield position.name, []
        yield position.cue, [SPOKEN]


def routine_texts(routine: Routine) -> Iterator[tuple[str, list[str]]]:
    """Yield every text of a routine that is shown, with remarks for translators."""
    texts = (
        routine.name,
        routine.audience,
        routine.not_when,
        routine.frequency,
        routine.progression,
    )
    notes = tuple(step.note for block in routine.blocks for step in block.steps)
    for text in texts + notes:
        if text:
            yield text, []


def programme_texts(programme: Programme) -> Iterator[tuple[str, list[str]]]:
    """Yield every text of a programme that is shown, each once, with remarks for translators."""
    texts = [
        programme.name,
        programme.short_name,
        programme.summary,
        programme.audience,
        programme.not_when,
        programme.progression,
        programme.afterwards,
    ]
    match programme.plan:
        case Course() as course:
            for stretch in course.stretches:
                texts += [stretch.name, stretch.goal]
            for session in course.sessions:
                texts += [session.name, *(each.step.note for each in session.steps)]
        case Growth() as growth:
            texts.append(growth.step.note)
    for text in dict.fromkeys((*texts, *programme.sources)):
        if text:
            yield text, []


def article_texts(article: Article) -> Iterator[tuple[str, list[str]]]:
    """Yield every text of an article that is shown, with remarks for translators."""
    yield article.title, [TITLE]
    yield article.summary, []
    for section in article.sections:
        if section.heading:
            yield section.heading, []
        for paragraph in section.paragraphs:
            yield paragraph, []
    for sign in article.signs:
        yield sign.text, []
    for source in article.sources:
        yield source, []


def _line_of(text: str, lines: list[str]) -> int:
    """Return the number of the first line that holds `text`; 1 for a text that is escaped there."""
    return next((number for number, line in enumerate(lines, 1) if f'"{text}"' in line), 1)
