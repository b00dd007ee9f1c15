"""The articles that ship in assets/guide/: their schema, and what has to be true of them.

Read when somebody opens the guide; nothing here is needed to start.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from coreapp.content.checks import check_id, check_word, listed
from coreapp.content.loader import content_files
from coreapp.content.reading import read_file
from coreapp.content.schema import Count, Text
from coreapp.domain.errors import ContentError
from coreapp.domain.guide import Advice, Article, Section, Sign, Urgency

TITLE_CHARACTERS = 40
"""Longest title: it stands in a list beside pictures."""

Title = Annotated[str, Meta(min_length=1, max_length=TITLE_CHARACTERS)]


class SectionFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of an article."""

    heading: str
    paragraphs: Annotated[tuple[Text, ...], Meta(min_length=1)]


class SignFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A sign of the check list."""

    id: Text
    text: Text
    advice: Text
    urgency: Text | None = None


class ArticleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of assets/guide/."""

    id: Text
    title: Title
    summary: Text
    order: Count
    exercises: Annotated[tuple[Text, ...], Meta(max_length=6)]
    see: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=3)]
    facts: tuple[Text, ...]
    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]
    sections: Annotated[tuple[SectionFile, ...], Meta(min_length=1)]
    routines: tuple[Text, ...] = ()
    signs: tuple[SignFile, ...] = ()


def load_articles(
    folder: Path, exercises: Container[str], routines: Container[str]
) -> dict[str, Article]:
    """Return all articles of `folder` by their ids, in the order of the list.

    Args:
        folder: where the files are.
        exercises: the ids of all exercises.
        routines: the ids of all routines.

    Raises:
        ContentError: a file does not say what it should, or there is none.
    """
    articles: list[Article] = []
    for path in content_files(folder):
        file = read_file(path, ArticleFile)
        check_id(file.id, path.name)
        _check_sections(file.sections, path.name)
        _check_signs(file.signs, path.name)
        _check_links(path.name, "exercises", file.exercises, exercises)
        _check_links(path.name, "routines", file.routines, routines)
        articles.append(make_article(file))
    articles.sort(key=lambda article: article.order)
    found = {article.id: article for article in articles}
    _check_order(articles)
    _check_see(found)
    return found


def make_article(file: ArticleFile) -> Article:
    """Make the domain's article from its file; the words of its signs must have been checked."""
    return Article(
        id=file.id,
        title=file.title,
        summary=file.summary,
        order=file.order,
        exercises=file.exercises,
        routines=file.routines,
        see=file.see,
        facts=file.facts,
        sources=file.sources,
        sections=tuple(Section(each.heading, each.paragraphs) for each in file.sections),
        signs=tuple(_sign(each) for each in file.signs),
    )


def _sign(file: SignFile) -> Sign:
    urgency = None if file.urgency is None else Urgency(file.urgency)
    return Sign(file.id, file.text, Advice(file.advice), urgency)


def _check_sections(sections: Sequence[SectionFile], file: str) -> None:
    """Check that all parts but the first have a heading."""
    for number, section in enumerate(sections, 1):
        if bool(section.heading) == (number == 1):
            raise ContentError(
                file,
                f"sections[{number}].heading",
                "belongs to every part but the first, which stands below the title.",
                'Write heading = "" in the first part, and a heading in all others.',
            )


def _check_signs(signs: Sequence[SignFile], file: str) -> None:
    seen: set[str] = set()
    for number, sign in enumerate(signs, 1):
        key = f"signs[{number}]"
        if sign.id in seen:
            raise ContentError(
                file, f"{key}.id", f"{sign.id!r} is there twice.", "Give each sign its own id."
            )
        seen.add(sign.id)
        check_word(file, f"{key}.advice", sign.advice, list(Advice))
        if (sign.urgency is not None) != (sign.advice == Advice.DOCTOR):
            raise ContentError(
                file,
                f"{key}.urgency",
                "belongs to the advice doctor, and to nothing else.",
                f"Use one of: {listed(list(Urgency))}; or remove it.",
            )
        if sign.urgency is not None:
            check_word(file, f"{key}.urgency", sign.urgency, list(Urgency))


def _check_links(file: str, key: str, links: Sequence[str], known: Container[str]) -> None:
    """Check that what an article leads to exists."""
    for number, link in enumerate(links, 1):
        if link not in known:
            raise ContentError(
                file,
                f"{key}[{number}]",
                f"there is nothing in {key} with the id {link!r}.",
                f"Use an id of assets/{key}/, or remove it.",
            )


def _check_order(articles: Sequence[Article]) -> None:
    for before, after in pairwise(articles):
        if before.order == after.order:
            raise ContentError(
                f"{after.id}.toml",
                "order",
                f"is {after.order}, as in {before.id}.toml.",
                "Give each article its own place in the list.",
            )


def _check_see(articles: Mapping[str, Article]) -> None:
    """Check that the articles one is sent to exist, and are others."""
    for article in articles.values():
        others = [identity for identity in articles if identity != article.id]
        for number, link in enumerate(article.see, 1):
            if link not in others:
                raise ContentError(
                    f"{article.id}.toml",
                    f"see[{number}]",
                    f"there is no other article {link!r}.",
                    f"Use the id of another article: {listed(others)}.",
                )
