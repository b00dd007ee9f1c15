"""Numbers as people of each language write them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coreapp import i18n

TRANSLATIONS = Path(__file__).parents[2] / "translations"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.install(TRANSLATIONS, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "38%"), ("de", "38\N{NO-BREAK SPACE}%"), ("nl", "38\N{NO-BREAK SPACE}%")],
)
def test_a_share_stands_as_in_the_sentences_beside_it(language: str, text: str) -> None:
    i18n.install(TRANSLATIONS, language)

    assert i18n.format_percent(0.38) == text
