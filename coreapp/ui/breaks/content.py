"""What bar and break show: made from the view of the engine and what the library offers."""

from dataclasses import replace
from datetime import datetime

from coreapp.domain.sitting.facts import Cause
from coreapp.domain.sitting.view import PromptLook, View
from coreapp.i18n import _, format_clock, format_minutes, format_number, format_time
from coreapp.services.break_offers import Offer, Offers
from coreapp.services.break_words import (
    leads_with_walk,
    length,
    prompt_line,
    prompt_title,
    sat_sentence,
)
from coreapp.services.library import Library
from coreapp.ui.breaks.answer_button import AnswerLook
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent


class ContentMaker:
    """Puts a prompt together, in the language that is shown.

    Args:
        library: gives the names of what is offered.
        offers: what this break offers.
        snooze_minutes: what "later" means by the settings.
        budget_minutes: how much of it there is between two breaks.
    """

    def __init__(
        self, library: Library, offers: Offers, snooze_minutes: int, budget_minutes: int
    ) -> None:
        self._library = library
        self._offers = offers
        self._snooze = snooze_minutes
        self._budget = budget_minutes

    def bar(self, view: View) -> BarContent:
        """Return what the bar shows."""
        routine, minutes = self._offers.routine, format_minutes(view.break_length or 0)
        stand = BarButton(BreakAnswer.STAND, _("Stand, {time}").format(time=minutes))
        if view.cause is Cause.STANDING:
            stand = BarButton(BreakAnswer.STAND, _("Break, {time}").format(time=minutes))
        buttons = [stand]
        if routine is not None:
            text = _("Walk, {time}") if routine.is_walk else _("Exercise, {time}")
            text = text.format(time=format_minutes(routine.seconds))
            first = leads_with_walk(view) and routine.is_walk
            buttons.insert(0 if first else 1, BarButton(BreakAnswer.ROUTINE, text))
        later = self._later(view)
        if later:
            text = _("In {time}").format(time=format_minutes(later * 60))
            buttons.append(BarButton(BreakAnswer.LATER, text))
        buttons.append(BarButton(BreakAnswer.SKIP, _("Skip")))
        return BarContent(
            title=prompt_title(view),
            line=prompt_line(view),
            exercise=routine.exercise if routine else "",
            buttons=tuple(buttons),
            stands_out=view.prompt is PromptLook.STANDING_OUT,
        )

    def grown(self, view: View, local_now: datetime, *, clock_stands: bool) -> BreakContent:
        """Return what the break shows.

        Args:
            view: the break as it stands.
            local_now: the time of day.
            clock_stands: the break runs, but its clock waits for the hands to rest.
        """
        left = view.break_length if view.break_left is None else view.break_left
        routine = self._offers.routine
        return BreakContent(
            title=self._title(view),
            line=_line(view),
            clock=format_clock(round(left or 0, 3)),
            time=format_time(local_now),
            exercise=routine.exercise if routine else "",
            answers=self._answers(view),
            notice=_notice(view) if clock_stands else "",
        )

    def _title(self, view: View) -> str:
        if view.break_running:
            return _("Your break is running")
        time = length(view.break_length or 0)
        if leads_with_walk(view):
            return _("Walk for {time}").format(time=time)
        return _("Stand up for {time}").format(time=time)

    def _answers(self, view: View) -> tuple[AnswerLook, ...]:
        answers: list[AnswerLook] = []
        if not view.break_running:
            answers.append(self._stand(view))
        if self._offers.exercise is not None:
            answers.append(self._exercise(self._offers.exercise))
        routine = self._offers.routine
        if routine is not None:
            first = leads_with_walk(view) and not view.break_running
            answers.insert(0 if first else len(answers), self._routine(routine))
        ranked = [_ranked(each, index, view) for index, each in enumerate(answers)]
        ranked.append(AnswerLook(BreakAnswer.ALREADY_STOOD, _("I already stood")))
        later = self._later(view)
        if later:
            title = _("In {time}").format(time=length(later * 60))
            ranked.append(AnswerLook(BreakAnswer.LATER, title, note=self._left(view)))
        ranked.append(AnswerLook(BreakAnswer.SKIP, _("Skip this one")))
        return tuple(ranked)

    def _stand(self, view: View) -> AnswerLook:
        line = _("{time}, the clock runs while your hands rest").format(
            time=format_minutes(view.break_length or 0)
        )
        return AnswerLook(BreakAnswer.STAND, _("Just stand"), line)

    def _exercise(self, offer: Offer) -> AnswerLook:
        line = _("{name}, {time}").format(
            name=self._library.exercise_name(offer.exercise), time=format_minutes(offer.seconds)
        )
        title = _("One exercise")
        return AnswerLook(BreakAnswer.EXERCISE, title, line, reason=offer.reason)

    def _routine(self, offer: Offer) -> AnswerLook:
        line = _("{name}, {time}").format(
            name=self._library.routine_name(offer.routine), time=format_minutes(offer.seconds)
        )
        title = _("A short walk") if offer.is_walk else _("Short routine")
        return AnswerLook(BreakAnswer.ROUTINE, title, line, reason=offer.reason)

    def _later(self, view: View) -> int:
        """Return the minutes that "later" grants now; 0 if there are none left."""
        return round(min(float(self._snooze), view.snooze_left_minutes))

    def _left(self, view: View) -> str:
        return _("{left} of {count} min left").format(
            left=format_number(round(view.snooze_left_minutes)), count=format_number(self._budget)
        )


def _ranked(look: AnswerLook, index: int, view: View) -> AnswerLook:
    """Return an answer as the primary one or a button; a running break has no primary one."""
    rank = 0 if index == 0 and not view.break_running else 1
    return replace(look, rank=rank)


def _line(view: View) -> str:
    if view.break_running:
        return _("Stand, walk about, look out of the window. The keyboard can wait.")
    starts = _("The clock starts when your hands leave the keyboard.")
    return f"{sat_sentence(view.sitting_seconds)} {starts}"


def _notice(view: View) -> str:
    """Return why the clock of a running break does not run."""
    if view.break_left == view.break_length:
        return _("The clock starts when your hands leave the keyboard.")
    return _("You are working during the break: the clock waits for you.")
