"""The guide: articles in their order, in the language shown, found by what people type."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from coreapp.domain.emergency import EmergencyNumbers, numbers_in
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR, Article, Section
from coreapp.domain.search import best_matches, fold
from coreapp.i18n import pgettext
from coreapp.services.preferences import Preferences


class Guide:
    """All articles there are.

    Args:
        articles: the English originals by their ids, in their order.
        preferences: tells the region that was chosen.
        country: the computer's, two letters; empty if unknown.
    """

    def __init__(
        self, articles: Mapping[str, Article], preferences: Preferences, country: str
    ) -> None:
        self._articles = articles
        self._preferences = preferences
        self._country = country

    @property
    def articles(self) -> Iterable[Article]:
        """All articles in their order, as they are shown: *when to see a doctor* comes first."""
        first = [each for each in self._articles if each == WHEN_TO_SEE_A_DOCTOR]
        others = [each for each in self._articles if each != WHEN_TO_SEE_A_DOCTOR]
        return [self.article(each) for each in first + others]

    @property
    def emergency(self) -> EmergencyNumbers:
        """Whom to call where the person is."""
        return numbers_in(self._preferences.settings.region, self._country)

    def article(self, identity: str) -> Article:
        """Return one article with its texts in the language shown.

        Raises:
            UnknownIdError: there is none with that id.
        """
        try:
            article = self._articles[identity]
        except KeyError:
            raise UnknownIdError("article", identity) from None
        return _translated(article)

    def title(self, identity: str) -> str:
        """Return an article's title in the language shown.

        Raises:
            UnknownIdError: there is none with that id.
        """
        return self.article(identity).title

    def search(self, word: str) -> list[Article]:
        """Return the articles that match `word` in the language shown, best first.

        Those whose title or summary matches come before those that only mention it. There a word
        of the text has to begin with it: somewhere in 300 words are almost all letters.
        """
        articles = list(self.articles)
        named = best_matches(word, articles, lambda each: (each.title, each.summary))
        wanted = fold(word).strip()
        return named + [each for each in articles if each not in named and _mentions(each, wanted)]


def _translated(article: Article) -> Article:
    def text(original: str) -> str:
        return pgettext(article.text_context, original)

    return replace(
        article,
        title=text(article.title),
        summary=text(article.summary),
        sources=tuple(map(text, article.sources)),
        sections=tuple(
            Section(text(each.heading), tuple(map(text, each.paragraphs)))
            for each in article.sections
        ),
        signs=tuple(replace(each, text=text(each.text)) for each in article.signs),
    )


def _mentions(article: Article, wanted: str) -> bool:
    texts = [each.text for each in article.signs]
    for section in article.sections:
        texts += [section.heading, *section.paragraphs]
    return any(f" {wanted}" in f" {fold(text)}" for text in texts)
