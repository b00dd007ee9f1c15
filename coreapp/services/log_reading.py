"""What the list of the log shows, read page by page by whoever has the time to wait for it."""

from dataclasses import dataclass
from datetime import date

from coreapp.domain.log_lines import ALL_KINDS, LogKind, LogWish
from coreapp.services.log_list import LogList, LogPage
from coreapp.services.log_search import LogSearch


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What somebody wants to see of the log.

    Attributes:
        word: what was typed; empty for everything.
        kinds: of what.
        before: the list begins before this day; None for the newest.
    """

    word: str = ""
    kinds: frozenset[LogKind] = ALL_KINDS
    before: date | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is wanted."""
        return bool(self.word.strip()) or self.kinds != ALL_KINDS or self.before is not None


class LogReading:
    """Answers questions one after the other, on one thread: on a worker of the page.

    What a word matches is kept until another word is asked for, or the log is another one.
    """

    def __init__(self, pages: LogList, search: LogSearch) -> None:
        self._pages = pages
        self._search = search
        self._word = ""
        self._wish = LogWish()

    def page(self, question: LogQuestion, before: date | None) -> LogPage:
        """Return the newest days before `before`; None for the first page of the newest.

        Raises:
            CoreappError: the log cannot be read.
        """
        return self._pages.page(self._wished(question), before)

    def again(self, question: LogQuestion, before: date | None, first: date | None) -> LogPage:
        """Return a page that was read before, as it is now: `first` is the `before` it ended with.

        Raises:
            CoreappError: the log cannot be read.
        """
        return self._pages.reread(self._wished(question), before, first)

    def forget(self) -> None:
        """The log is another one: look anew for what was typed."""
        self._word = ""
        self._wish = LogWish()
        self._search.forget()

    def _wished(self, question: LogQuestion) -> LogWish:
        if question.word != self._word:
            self._wish = LogWish(matches=self._search.find(question.word))
            self._word = question.word
        return LogWish(question.kinds, self._wish.matches)
