"""What is said where a question arises: a term or a place in two or three sentences.

The figures in them are those of the rules; nothing is told here that the guide, the pages or the
rules do not say already.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from coreapp.domain.load import Growth, Step
from coreapp.domain.progress.streak import MEMORY_WEEKS, MOST_DAYS
from coreapp.domain.progression import AMBER_PAIN, RED_PAIN
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import _, format_percent, ngettext
from coreapp.services.guide_words import doctor_link
from coreapp.services.help_topics import HelpTopic
from coreapp.services.hint_choice import MOST_HINTS
from coreapp.services.session_words import effort_word

MORE_PERCENT: Final = Step(100, 100, Growth.OK).limit - 100
"""So much more than before is still fine, by the rule itself (R1)."""

_EASY: Final = 3
_HARD: Final = 6
"""Figures of effort that stand as examples."""


ARTICLES: Final = {
    HelpTopic.PAIN: "staying-active",
    HelpTopic.LEVELS: "building-up",
    HelpTopic.SITTING: "sitting",
    HelpTopic.TENTH: "building-up",
    HelpTopic.PROGRAMME: "building-up",
    HelpTopic.PROGRESS: "recovery",
    HelpTopic.FEELING: "staying-active",
}
"""The article of the guide that has more, for the topics that have one."""


@dataclass(frozen=True, slots=True)
class HelpText:
    """What is shown of a topic, in the language of now.

    Attributes:
        title: the term or the place.
        text: two or three sentences.
        article: the article of the guide that has more; empty for none.
    """

    title: str
    text: str
    article: str = ""


def help_text(topic: HelpTopic) -> HelpText:
    """Return what there is to say about a topic."""
    told = _WITH_FIGURES.get(topic)
    text = _plain_texts()[topic] if told is None else told()
    return HelpText(_titles()[topic], text, ARTICLES.get(topic, ""))


def help_name(topic: HelpTopic) -> str:
    """Return what a button is called that opens it."""
    return _("Help: {topic}").format(topic=_titles()[topic])


def _titles() -> Mapping[HelpTopic, str]:
    return {
        HelpTopic.EFFORT: _("Effort, 0 to 10"),
        HelpTopic.PAIN: _("Pain, 0 to 10"),
        HelpTopic.LEVELS: _("Levels"),
        HelpTopic.SITTING: _("The ring"),
        HelpTopic.HOLDS: _("What holds a break back"),
        HelpTopic.TENTH: _("The band"),
        HelpTopic.STREAK: _("Weeks in a row"),
        HelpTopic.REPEATS: _("What changes"),
        HelpTopic.QUIET: _("Quiet times"),
        HelpTopic.TODAY: _("Today"),
        HelpTopic.LIBRARY: _("Library"),
        HelpTopic.ROUTINES: _("Routines"),
        HelpTopic.PROGRAMME: _("Programmes"),
        HelpTopic.PLAN: _("Plan"),
        HelpTopic.LOG: _("Log"),
        HelpTopic.PROGRESS: _("Progress"),
        HelpTopic.GUIDE: _("Guide"),
        HelpTopic.SETTINGS: _("Settings"),
        HelpTopic.PLAYER: _("The session"),
        HelpTopic.FEELING: _("How it felt"),
    }


def _plain_texts() -> Mapping[HelpTopic, str]:
    """Return the texts in which there is no figure."""
    return {
        HelpTopic.LEVELS: _(
            "Each level asks a little more of the same exercise. The line beneath says when it is "
            "time for the next one. Looking at a level here changes none of your routines."
        ),
        HelpTopic.HOLDS: _(
            "A break that is due waits while it would be in the way: in a call, in full screen, in "
            "a guided session, in a quiet time. Sitting goes on counting, and the break asks when "
            "the last reason is over. What the computer notices by itself can be switched off one "
            "by one in the settings."
        ),
        HelpTopic.REPEATS: _(
            "“Only this one” leaves the others as they are. “This and the following” begins on the "
            "day that the plan had set for this one, even if it was moved since. “All” is all that "
            "are still to come; what is past stays as it was."
        ),
        HelpTopic.QUIET: _(
            "In a quiet time no bar opens. Sitting counts all the same, so a break can come right "
            "after it. Outside working hours sitting does not count at all."
        ),
        HelpTopic.LIBRARY: _(
            "All exercises, each with a moving figure, steps and levels. The filters choose by "
            "what an exercise is for and where it can be done; Ctrl+F searches."
        ),
        HelpTopic.ROUTINES: _(
            "A routine is an ordered list of exercises, and a session is one guided run of it. A "
            "programme plans sessions over weeks. A routine that you duplicate is yours to change."
        ),
        HelpTopic.PROGRAMME: _(
            "A programme is weeks of sessions that grow in small steps. Its sessions come into the "
            "plan on days that you choose, and each can be moved there like any other."
        ),
        HelpTopic.PLAN: _(
            "What repeats follows a rule; moving one session leaves the others where they are. A "
            "day can be marked as easy, sick or travel, and nothing is moved by itself. Ctrl+Z "
            "undoes what was done last."
        ),
        HelpTopic.LOG: _(
            "What was done, the newest first: sessions, runs, walks, sports, and how they felt. "
            "All of it can be put right later. Ctrl+E enters an activity."
        ),
        HelpTopic.PROGRESS: _(
            "Each panel shows one thing from your log, and compares you with nobody but yourself. "
            "The button at its corner shows the same as a table."
        ),
        HelpTopic.GUIDE: _(
            "Short articles with their sources; Ctrl+F searches. “{doctor}” has the signs that "
            "somebody should look at, and what you tick there is not stored."
        ).format(doctor=doctor_link()),
        HelpTopic.SETTINGS: _(
            "Every change is in use at once. What you type into the search field is found in all "
            "sections. Wherever you are, F1 tells about it, and so does each “?”."
        ),
        HelpTopic.PLAYER: _(
            "The session runs by itself: Space pauses it, the arrow keys go on and back, and ? "
            "shows all keys. Time runs on while you read this, and the keys work as before."
        ),
        HelpTopic.FEELING: _(
            "All of it may stay empty, and what is not said is never taken for a zero. What you "
            "say goes into your log, and into what is proposed for the next time."
        ),
    }


def _effort() -> str:
    text = _(
        "How hard it was as a whole, by feel: {low} is {easy}, {high} is {hard}, and halves are "
        "fine too. Minutes times effort is the load by which your weeks are compared. It may stay "
        "empty."
    )
    return text.format(low=_EASY, easy=effort_word(_EASY), high=_HARD, hard=effort_word(_HARD))


def _pain() -> str:
    text = _(
        "0 is no pain, 10 the worst you can imagine. Up to {low}, go on; at {some} or {more}, do "
        "it easier, and no more than last time; from {stop} on, stop for today. How it is the next "
        "morning is the second test."
    )
    return text.format(low=AMBER_PAIN - 1, some=AMBER_PAIN, more=RED_PAIN - 1, stop=RED_PAIN)


def _sitting() -> str:
    rules = BreakSettings()
    text = _(
        "The ring fills while you sit in your working hours, and when it is full a break is due: "
        "after {sitting}, unless you set another time. {rest} away from the desk empty it, with or "
        "without a break. Only times are kept, and they stay on this computer."
    )
    return text.format(sitting=_minutes(rules.interval_min), rest=_minutes(rules.break_min))


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def _tenth() -> str:
    text = _(
        "The band begins at what you ran before and ends at {percent} more. It is a hint rather "
        "than a limit: a single run that is much longer than usual matters more than the week."
    )
    return text.format(percent=format_percent(MORE_PERCENT / 100))


def _streak() -> str:
    text = _(
        "The line is your own: as many active days as in the quieter half of the {weeks} weeks "
        "before, {most} at most. Days of rest, sickness and travel lower it. A week that is not "
        "over yet never ends the row."
    )
    return text.format(weeks=MEMORY_WEEKS, most=MOST_DAYS)


def _today() -> str:
    text = ngettext(
        "What is planned, where your sitting stands, and how the week goes. At most {count} hint a "
        "day comes from your own log, and “Why?” shows the rule with its figures.",
        "What is planned, where your sitting stands, and how the week goes. At most {count} hints "
        "a day come from your own log, and “Why?” shows the rule with its figures.",
        MOST_HINTS,
    )
    return text.format(count=MOST_HINTS)


_WITH_FIGURES: Final[Mapping[HelpTopic, Callable[[], str]]] = {
    HelpTopic.EFFORT: _effort,
    HelpTopic.PAIN: _pain,
    HelpTopic.SITTING: _sitting,
    HelpTopic.TENTH: _tenth,
    HelpTopic.STREAK: _streak,
    HelpTopic.TODAY: _today,
}
