"""`guide`: the list of articles, or one of them.

The parser knows all commands whenever the program starts, so the guide is imported by the command.
"""

from argparse import Namespace
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.i18n import _

if TYPE_CHECKING:
    from coreapp.domain.guide import Article


def guide(services: Services, command: Namespace) -> None:
    """List the articles, or show one."""
    if command.id:
        _show(services, services.guide.article(command.id), as_json=command.json)
        return
    articles = list(services.guide.articles)
    if command.json:
        print_json([_summary(each) for each in articles])
        return
    for each in articles:
        print(f"{each.id:24} {each.title}")


def _show(services: Services, article: "Article", *, as_json: bool) -> None:
    from coreapp.services.guide_words import call_text, standing_line  # noqa: PLC0415  see above

    if as_json:
        print_json(_details(services, article))
        return
    print(article.title)
    print(article.summary)
    for section in article.sections:
        if section.heading:
            print(f"\n{section.heading}")
        for paragraph in section.paragraphs:
            print(f"\n{paragraph}")
    if article.signs:
        number = call_text(services.guide.emergency)
        print("\n" + _("In an emergency: {number}").format(number=number))
        _print_list(_("Signs"), [each.text for each in article.signs])
    library = services.library
    _print_list(_("Exercises"), [library.exercise_name(each) for each in article.exercises])
    _print_list(_("Routines"), [library.routine_name(each) for each in article.routines])
    _print_list(_("See also"), [services.guide.title(each) for each in article.see])
    _print_list(_("Sources"), list(article.sources))
    print(f"\n{standing_line()}")


def _summary(article: "Article") -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "summary": article.summary,
        "exercises": list(article.exercises),
        "routines": list(article.routines),
        "see": list(article.see),
    }


def _details(services: Services, article: "Article") -> dict[str, object]:
    document = _summary(article) | {
        "sections": [
            {"heading": each.heading, "paragraphs": list(each.paragraphs)}
            for each in article.sections
        ],
        "sources": list(article.sources),
    }
    if article.signs:
        document["signs"] = [
            {
                "id": each.id,
                "text": each.text,
                "advice": each.advice.value,
                "urgency": each.urgency.value if each.urgency else None,
            }
            for each in article.signs
        ]
        document["emergency_numbers"] = list(services.guide.emergency.numbers)
    return document


def _print_list(title: str, lines: list[str]) -> None:
    if lines:
        print(f"\n{title}")
        for line in lines:
            print(f"  - {line}")
