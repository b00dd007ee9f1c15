"""The words for programmes: their sessions, their weeks, and why it is so much."""

from typing import assert_never

from coreapp.domain.exercise import Exercise
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    GrowingStep,
    Grows,
    GrowthPlace,
    Place,
    Programme,
)
from coreapp.domain.progression import PRACTICE_DAYS, PainLight, Passes, PassesReason
from coreapp.domain.routine import Step
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.dose_words import step_dose


def programme_name(programme: Programme) -> str:
    """Return a programme's name in the language shown."""
    return pgettext(programme.text_context, programme.name)


def session_name(programme: Programme, place: Place) -> str:
    """Return what a session is called, such as "Back strength, week 3, session B"."""
    name = pgettext(programme.text_context, programme.short_name)
    match place:
        case CoursePlace(week, letter):
            text = _("{programme}, week {week}, session {letter}")
            return text.format(programme=name, week=week, letter=letter.upper())
        case GrowthPlace(passes):
            text = ngettext("{programme}, {count} pass", "{programme}, {count} passes", passes)
            return text.format(programme=name, count=passes)
        case _:
            assert_never(place)


def series_name(programme: Programme, place: Place) -> str:
    """Return what the sessions that follow a place are called together in the plan."""
    name = pgettext(programme.text_context, programme.short_name)
    match place:
        case CoursePlace(_week, letter):
            text = _("{programme}, session {letter}")
            return text.format(programme=name, letter=letter.upper())
        case GrowthPlace():
            return name
        case _:
            assert_never(place)


def session_content(programme: Programme, place: Place) -> str:
    """Return what a session trains; empty for a flow, which says it by its name."""
    match programme.plan, place:
        case Course() as course, CoursePlace(_week, letter):
            return pgettext(programme.text_context, course.session(letter).name)
        case _:
            return ""


def letter_name(letter: str) -> str:
    """Return what a session of a week is called within its programme."""
    return _("Session {letter}").format(letter=letter.upper())


def week_name(week: int) -> str:
    """Return what a week is called."""
    return _("Week {week}").format(week=week)


def week_of(week: int, course: Course) -> str:
    """Return which week it is of all."""
    return _("Week {week} of {count}").format(week=week, count=len(course.percents))


def week_change(course: Course, week: int, change: float) -> str:
    """Return how a week differs from the one before, and why.

    Args:
        course: the weeks.
        week: which, from 1.
        change: how much more it works than the week before, as a share: 0.075.
    """
    if week == 1:
        return _("The first week: learn the movements, stop well before you are tired.")
    percents = course.percents
    if percents[week - 1] < percents[week - 2]:
        return _("Lighter on purpose, so that your body can catch up.")
    number = round(100 * change)
    before = [each for each in course.weeks if each < week - 1]
    same = [each for each in before if percents[each - 1] == percents[week - 1]]
    if same:
        text = _("{number} % more work than the week before: the doses of week {week} again.")
        return text.format(number=number, week=same[-1])
    return _("{number} % more work than the week before: a little more of each exercise.").format(
        number=number
    )


def week_brief(course: Course, week: int, change: float) -> str:
    """Return in a few words how a week differs from the one before.

    Args:
        course: the weeks.
        week: which, from 1.
        change: how much more it works than the week before, as a share: 0.075.
    """
    if week == 1:
        return _("Week 1 is for learning the movements.")
    if course.percents[week - 1] < course.percents[week - 2]:
        return _("Week {week} is lighter on purpose.").format(week=week)
    return _("Week {week} adds {number} %.").format(week=week, number=round(100 * change))


def growing_dose(growing: GrowingStep, step: Step, exercise: Exercise) -> str:
    """Return the dose of a step in a week, with the seconds it is held where those grow."""
    dose = step_dose(step, exercise)
    if growing.grows is not Grows.HOLD:
        return dose
    way = (growing.step.seconds_per_rep or 0) - growing.hold_seconds
    held = round((step.seconds_per_rep or 0) - way)
    return _("{dose}, each held {seconds} s").format(dose=dose, seconds=held)


def go_on_hint(light: PainLight | None, week: int, go_on: int) -> str:
    """Return what pain in the last week means for the next; nothing if it means nothing.

    Args:
        light: the worst of the sessions of that week.
        week: which week that was.
        go_on: the week that is advised now.
    """
    if light is PainLight.AMBER:
        return _(
            "You logged pain of 4 or 5 in week {week}, or more pain on the next morning. Repeat "
            "that week before you go on."
        ).format(week=week)
    if light is PainLight.RED:
        return _(
            "You logged pain of 6 or more in week {week}, a sign to stop, or much more pain on the "
            "next morning. Do an easy routine next, then go on with the doses of week {go_on}."
        ).format(week=week, go_on=go_on)
    return ""


def gate_hint(programme: Programme, week: int) -> str:
    """Return that a week comes again before the next stretch, and what that one asks for.

    Args:
        programme: which; a course.
        week: the one that comes again.
    """
    plan = programme.plan
    stretch = plan.stretch(week).goal if isinstance(plan, Course) else ""
    goal = pgettext(programme.text_context, stretch)
    return _(
        "Week {week} comes once more. This is what it takes before the doses grow: {goal}"
    ).format(week=week, goal=goal)


def behind_hint(planned: int, reached: int) -> str:
    """Return that the plan waits for a person who is behind the calendar."""
    return _(
        "By the calendar it would be week {planned}. You are in week {reached}, and the plan goes "
        "on there. Put it into the plan again, and it reaches to the last week."
    ).format(planned=planned, reached=reached)


def passes_text(count: int) -> str:
    """Return a number of passes."""
    return ngettext("{count} pass", "{count} passes", count).format(count=count)


def passes_reason(passes: Passes) -> str:
    """Return why it is so many passes, and what the next step needs."""
    texts = {
        PassesReason.BEGIN: _("That is where it begins, also after a long break."),
        PassesReason.MORE: _("You did all passes on enough days, and it was easy: one more."),
        PassesReason.FEWER: _("The last time there was pain of 6 or more: one pass fewer."),
        PassesReason.STAY_WEEK: _("One more at most every seven days: it comes soon."),
        PassesReason.STAY_PAIN: _("In the last seven days there was pain of 4 or more: stay here."),
        PassesReason.STAY_EFFORT: _(
            "The next pass comes when the last time was effort 4 or less; enter it afterwards."
        ),
        PassesReason.MOST: _("You are where it ends. Stay there as long as you like."),
    }
    return texts.get(passes.reason) or _days_text(passes.days)


def _days_text(days: int) -> str:
    text = ngettext(
        "All passes on {days} of {count} day so far; then one more.",
        "All passes on {days} of {count} days so far; then one more.",
        PRACTICE_DAYS,
    )
    return text.format(days=days, count=PRACTICE_DAYS)
