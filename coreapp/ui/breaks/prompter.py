"""Shows what the sitting breaks ask for: nothing, a question, or the break over all screens.

The engine decides; this shows its view and hands it the answers. It asks by the bar or by a
notification (`asking`), as the setting says and the desktop can. Esc held in the break gives the
screens back at once, whatever else happens; the break is then answered by a skip, with the reason
`left`, since leaving it open would only bring it back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from coreapp.domain.errors import CoreappError, NotNowError, marked
from coreapp.domain.settings import PromptStyle
from coreapp.domain.sitting.facts import Fact
from coreapp.domain.sitting.view import PromptLook, StateWhy, View
from coreapp.services.break_offers import BreakOffers, Offer, Offers
from coreapp.services.break_words import leads_with_walk
from coreapp.services.library import Library
from coreapp.services.notifying import Notifier, NullNotifier
from coreapp.services.ports import Clock, FocusKeeper
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.asking import Asking, BarAsking, NoticeAsking
from coreapp.ui.breaks.break_ground import Place, places_now
from coreapp.ui.breaks.content import ContentMaker
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.prompt_bar import PromptBar, can_be_placed
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme

LEFT_REASON = "left"


@dataclass(frozen=True, slots=True)
class PromptLooks:
    """What the windows of a prompt are made of.

    Attributes:
        placed: tells whether a bar can be put where it disturbs least.
        glassy: tells whether it can have a soft shadow.
        notifier: shows the notifications.
    """

    theme: Theme
    art: FigureArt
    library: Library
    watchdog: Watchdog
    places: Callable[[], Sequence[Place]] = places_now
    focus: FocusKeeper | None = None
    placed: Callable[[], bool] = can_be_placed
    glassy: Callable[[], bool] = lambda: True
    notifier: Notifier = field(default_factory=NullNotifier)


class Prompter(QObject):
    """One question or break at most.

    Signals:
        prompted: a question comes up; a tone could be played.
        session_requested: the id of a routine somebody wants to do now; the engine knows already.
        failed: a `CoreappError` that an answer met.
    """

    prompted = Signal()
    session_requested = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        looks: PromptLooks,
        breaks: SittingBreaks,
        offers: BreakOffers,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._breaks = breaks
        self._offers = offers
        self._preferences = preferences
        self._clock = clock
        self._offered: tuple[bool, Offers] | None = None
        self._last: tuple[float, float] | None = None
        self._stands = False
        self._has_left = False
        self._asking: Asking | None = None
        self._wants_bar = False
        self._grown = GrownBreak(
            looks.theme, looks.art, clock, looks.watchdog, looks.places, looks.focus
        )
        self._grown.answered.connect(self._answer)
        self._grown.beat.connect(self.refresh)
        breaks.listen(self._note)

    @property
    def bar(self) -> PromptBar | None:
        """The bar that is open, if one is."""
        return self._asking.bar if isinstance(self._asking, BarAsking) else None

    @property
    def grown(self) -> GrownBreak:
        """The break over all screens, open or not."""
        return self._grown

    def refresh(self) -> None:
        """Show what the engine says now."""
        self._show(self._breaks.view())

    def _show(self, view: View | None) -> None:
        look = PromptLook.CLOSED if view is None else view.prompt
        if look is not PromptLook.GROWN:
            self._has_left = False
        if view is None or look is PromptLook.CLOSED:
            self.close()
        elif look is PromptLook.GROWN:
            self._show_grown(view)
        else:
            self._ask(view)

    def speak(self) -> None:
        """Say everything in the language of now; what is asked and offered stays as it is."""
        view = self._breaks.view()
        if self._asking is None or view is None:
            self.refresh()
            return
        # Made anew, as a new bar speaks it; it is the same question, so nothing is heard.
        self._stop_asking()
        self._asking = self._make_asking()
        self._asking.ask(self._maker(view).bar(view))

    def close(self) -> None:
        """Take everything off the screen, and answer nothing."""
        self._stop_asking()
        self._close_grown()
        self._offered = None
        self._wants_bar = False

    def _note(self, _facts: Sequence[Fact]) -> None:
        """The engine has asked for the input and moved on."""
        view = self._breaks.view()
        self._watch_clock(view)
        self._show(view)

    def _ask(self, view: View) -> None:
        self._grown.give_way()
        content = self._maker(view).bar(view)
        if self._asking is not None:
            self._asking.ask(content)
            return
        self._asking = self._make_asking()
        self._asking.ask(content)
        self.prompted.emit()

    def _make_asking(self) -> Asking:
        if self._asks_by_notice():
            return NoticeAsking(self._looks.notifier, self._answer, self._ask_by_bar)
        bar = PromptBar(self._looks.theme, self._looks.art, glassy=self._looks.glassy())
        return BarAsking(bar, self._answer)

    def _asks_by_notice(self) -> bool:
        """Tell how to ask: as the setting says, but by the bar where nobody shows a notification.

        A server that failed with one prompt is tried again with the next: it may have come back.
        """
        style = self._preferences.settings.prompt_style
        if self._wants_bar or not self._looks.notifier.is_there:
            return False
        if style is PromptStyle.AUTO:
            return not self._looks.placed()
        return style is PromptStyle.NOTIFICATION

    def _ask_by_bar(self) -> None:
        """Let the bar take over from the notification, for the rest of this prompt."""
        view = self._breaks.view()
        self._stop_asking()
        self._wants_bar = True
        if view is not None and view.prompt in {PromptLook.BAR, PromptLook.STANDING_OUT}:
            self._asking = self._make_asking()
            self._asking.ask(self._maker(view).bar(view))

    def _show_grown(self, view: View) -> None:
        self._stop_asking()
        if self._has_left:
            return
        now = self._clock.reading()
        local = now.utc.astimezone(ZoneInfo(self._clock.zone()))
        if self._stands and self._last is not None:
            view = replace(view, break_left=self._last[1])
        self._grown.open(self._maker(view).grown(view, local, clock_stands=self._stands))

    def _watch_clock(self, view: View | None) -> None:
        """Find out whether the clock of a running break stands.

        Between two questions for the input the view lets it run on trust, so only what it says
        right after one is compared; while it stands it is shown as it was then.
        """
        if view is None or not view.break_running or view.break_left is None:
            self._last = None
            self._stands = False
            return
        before, now = self._last, self._clock.reading().monotonic
        if before is None or now > before[0]:
            self._last = (now, view.break_left)
            self._stands = before is not None and view.break_left >= before[1]

    def _stop_asking(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.stop()

    def _close_grown(self) -> None:
        if self._grown.is_open:
            self._grown.close()

    def _maker(self, view: View) -> ContentMaker:
        settings = self._preferences.settings.breaks
        return ContentMaker(
            self._looks.library,
            self._current_offers(view),
            settings.snooze_min,
            settings.snooze_budget_min,
        )

    def _current_offers(self, view: View) -> Offers:
        """Return what this prompt offers: the same from its first moment to its last."""
        walk = leads_with_walk(view)
        if self._offered is None or self._offered[0] != walk:
            usual = self._preferences.settings.breaks.break_min * 60
            offers = self._offers.next(
                lead_with_walk=walk, break_seconds=view.break_length or usual
            )
            self._offered = (walk, offers)
        return self._offered[1]

    def begin_offer(self, answer: Answer) -> None:
        """Begin the exercise or the routine that a break offers, without waiting for one.

        Raises:
            NotNowError: a session runs already, or nothing is offered.
        """
        view = self._breaks.view()
        if view is None or view.why is StateWhy.SESSION:
            raise NotNowError(marked("A session is running already."))
        offers = self._current_offers(view)
        offer = offers.exercise if answer is Answer.EXERCISE else offers.routine
        if offer is None:
            raise NotNowError(marked("Nothing is offered for a break now."))
        self._begin(answer, offer)

    def _answer(self, answer: BreakAnswer) -> None:
        try:
            self._carry_out(answer)
        except CoreappError as error:
            self.failed.emit(error)
            self.refresh()

    def _carry_out(self, answer: BreakAnswer) -> None:
        offered = Offers(None, None) if self._offered is None else self._offered[1]
        match answer:
            case BreakAnswer.STAND:
                self._breaks.answer(Answer.STAND)
            case BreakAnswer.ALREADY_STOOD:
                self._breaks.answer(Answer.ALREADY_STOOD)
            case BreakAnswer.EXERCISE:
                self._begin(Answer.EXERCISE, offered.exercise)
            case BreakAnswer.ROUTINE:
                self._begin(Answer.ROUTINE, offered.routine)
            case BreakAnswer.LATER:
                self._breaks.snooze()
            case BreakAnswer.SKIP:
                self._breaks.skip()
            case BreakAnswer.LEFT:
                self._has_left = True
                self._close_grown()
                self._breaks.skip(LEFT_REASON)

    def _begin(self, answer: Answer, offer: Offer | None) -> None:
        if offer is not None:
            with self._grown.handing_over():
                self._breaks.answer(answer)
                self.session_requested.emit(offer.routine)
