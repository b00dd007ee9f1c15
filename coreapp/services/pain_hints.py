"""What the rules say of pain: somebody should look at it, something easy comes next."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from coreapp.domain.pain import Trend, concerns, two_weeks
from coreapp.domain.progression import PainLight
from coreapp.services.hints import EasyNext, Hint, PainGrew, SeeSomebody, StopNoticed
from coreapp.services.training_picture import Picture

EASY_AFTER: Final = timedelta(days=2)
"""So long after something that was red, something easy is advised (one watches 24 to 48 hours)."""


def pain_hints(picture: Picture) -> Sequence[Hint]:
    """Return what the rules R6, R7 and R8 have to say."""
    pain = two_weeks(picture.pain, picture.today)
    runs = [each for each in picture.activities if each.is_run]
    found: list[Hint] = [
        SeeSomebody(each, pain) for each in concerns(picture.pain, runs, picture.today)
    ]
    found += _after_the_last(picture)
    if pain.trend is Trend.WORSE:
        found.append(PainGrew(pain))
    return found


def _after_the_last(picture: Picture) -> Sequence[Hint]:
    """Return what the last thing asks for of which enough was said."""
    last = next((each for each in picture.felt if each.light is not None), None)
    if last is None or picture.today - last.day > EASY_AFTER or last.light is not PainLight.RED:
        return ()
    return (StopNoticed(last),) if last.stop_sign else (EasyNext(last),)
