"""How a prompt asks before it grows: by the bar, or by a notification with buttons.

What happens to a notification, decided for whoever is asked:

- It has three buttons, since most desktops show no more: the first ways to take the break, and
  *later* as long as there is some left, else *skip*. A click on it brings up the bar, which has all
  answers.
- Taking it away is no answer: it says *I have seen it*. It comes back once, when the prompt stands
  out; taken away then, too, it stays away. The break itself still comes with the first rest.
- It says how things stood when it came. A notification that is renewed each minute would be one
  that comes each minute.
- Where nobody shows it, or the one who showed it is gone, the bar asks at once, for the rest of
  this prompt.
"""

from collections.abc import Callable
from typing import Final, Protocol

from coreapp.i18n import _
from coreapp.services.notifying import (
    Clicked,
    Closed,
    Failed,
    Notice,
    NoticeButton,
    NoticeEvent,
    Notifier,
    Pressed,
    Urgency,
)
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent, PromptBar

NOTICE: Final = "break"
"""The name of the notification."""

_WAYS: Final = frozenset({BreakAnswer.STAND, BreakAnswer.ROUTINE, BreakAnswer.EXERCISE})
_MOST_WAYS: Final = 2

Answered = Callable[[BreakAnswer], None]


class Asking(Protocol):
    """One way to ask, from the first moment of a prompt to its last."""

    def ask(self, content: BarContent) -> None:
        """Ask, or show what is different now."""

    def stop(self) -> None:
        """Go away, and answer nothing."""


class BarAsking:
    """Asks by the bar."""

    def __init__(self, bar: PromptBar, answered: Answered) -> None:
        self.bar = bar
        self._is_open = False
        bar.answered.connect(answered)

    def ask(self, content: BarContent) -> None:
        """Show the bar, or what it says now."""
        self.bar.show_content(content)
        if not self._is_open:
            self._is_open = True
            self.bar.open()

    def stop(self) -> None:
        """Take the bar away."""
        self.bar.dismiss()


class NoticeAsking:
    """Asks by a notification."""

    def __init__(
        self, notifier: Notifier, answered: Answered, bar_wanted: Callable[[], None]
    ) -> None:
        """Ask nothing yet.

        Args:
            notifier: shows notifications.
            answered: gets an answer.
            bar_wanted: called when the bar is to ask instead: nobody shows the notification, or
                it was clicked.
        """
        self._notifier = notifier
        self._answered = answered
        self._bar_wanted = bar_wanted
        self._asked: Notice | None = None

    def ask(self, content: BarContent) -> None:
        """Show the notification; again only if it asks for something else, or stands out."""
        notice = notice_of(content)
        if self._asked is None or _asks_anew(self._asked, notice):
            self._asked = notice
            self._notifier.show(notice, self._hear)

    def stop(self) -> None:
        """Take the notification away."""
        self._notifier.withdraw(NOTICE)

    def _hear(self, event: NoticeEvent) -> None:
        match event:
            case Pressed(key):
                self._asked = None  # should the answer come to nothing, it is asked again
                self._answered(BreakAnswer(key))
            case Clicked() | Failed():
                self._bar_wanted()
            case Closed():
                pass  # no answer: see above


def notice_of(content: BarContent) -> Notice:
    """Return what the bar would say as a notification."""
    return Notice(
        name=NOTICE,
        title=content.title,
        text=content.line,
        buttons=tuple(NoticeButton(each.answer, each.text) for each in _chosen(content.buttons)),
        instead=_("When your hands rest, the break opens with all answers."),
        click=_("All answers"),
        urgency=Urgency.HIGH if content.stands_out else Urgency.NORMAL,
        stays=True,
        silent=True,
    )


def _chosen(buttons: tuple[BarButton, ...]) -> list[BarButton]:
    """Return the three that matter most, in their order."""
    ways = [each for each in buttons if each.answer in _WAYS][:_MOST_WAYS]
    others = {each.answer: each for each in buttons if each.answer not in _WAYS}
    put_off = others.get(BreakAnswer.LATER) or others.get(BreakAnswer.SKIP)
    return [*ways, put_off] if put_off is not None else ways


def _asks_anew(before: Notice, now: Notice) -> bool:
    """Tell whether it is worth a person's attention again."""
    return (before.title, before.buttons, before.urgency) != (now.title, now.buttons, now.urgency)
