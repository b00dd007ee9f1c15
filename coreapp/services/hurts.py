"""What hurts today, kept in a file for the day: what is chosen leaves out what it asks for."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from coreapp.domain.hurts import AREA_OF, Hurt, left_out
from coreapp.domain.marks import Taste
from coreapp.i18n import _, format_list, pgettext
from coreapp.services.library import Library
from coreapp.services.log_days import in_zone
from coreapp.services.ports import Clock, StateFile

logger = logging.getLogger(__name__)

_DAY: Final = "day"
_HURTS: Final = "hurts"


class Hurts:
    """What a person said hurts today; read once, when first asked for. Tomorrow it is nothing."""

    def __init__(self, file: StateFile, clock: Clock, library: Library) -> None:
        self._file = file
        self._clock = clock
        self._library = library
        self._said: tuple[date | None, frozenset[Hurt]] | None = None

    @property
    def today(self) -> frozenset[Hurt]:
        """What hurts today."""
        if self._said is None:
            self._said = _said_in(self._file.load())
        day, hurts = self._said
        return hurts if day == self._today() else frozenset()

    def say(self, hurts: Collection[Hurt]) -> None:
        """Keep what hurts for as long as today lasts.

        Raises:
            CoreappError: it cannot be kept; nothing is changed.
        """
        day = self._today()
        words = [each.value for each in Hurt if each in hurts]
        # Nobody needs to know tomorrow what hurt today: an empty document says it all.
        self._file.save({_DAY: day.isoformat(), _HURTS: words} if words else {})
        self._said = (day, frozenset(hurts))

    @property
    def sore(self) -> frozenset[str]:
        """The ids of the exercises that are left out today."""
        hurts = self.today
        if not hurts:
            return frozenset()
        shipped = left_out(hurts)
        areas = {AREA_OF[each] for each in hurts if each in AREA_OF}
        own = (
            each.id
            for each in self._library.exercises
            if self._library.is_own_exercise(each.id)
            and (each.figure in shipped or not areas.isdisjoint(each.areas))
        )
        return shipped | frozenset(own)

    def spare(self, taste: Taste) -> Taste:
        """Return a taste that leaves out what hurts, too."""
        sore = self.sore
        return replace(taste, avoided=taste.avoided | sore, sore=sore) if sore else taste

    def _today(self) -> date:
        return in_zone(self._clock.reading().utc, self._clock.zone()).date()


def _said_in(document: Mapping[str, object]) -> tuple[date | None, frozenset[Hurt]]:
    """Return what a document says; what somebody else wrote there hurts nobody."""
    words = document.get(_HURTS, [])
    try:
        day = date.fromisoformat(str(document[_DAY])) if document else None
        hurts = frozenset(Hurt(each) for each in words) if isinstance(words, list) else frozenset()
    except (KeyError, ValueError) as error:
        logger.warning("what hurts today is not read: %s", error)
        return None, frozenset()
    return day, hurts


def hurt_label(hurt: Hurt) -> str:
    """Return what hurts, as it stands on a chip under “Hurts today”."""
    labels = {
        Hurt.LEANING_BACK: pgettext("hurts", "Leaning back"),
        Hurt.BENDING: pgettext("hurts", "Bending forward"),
        Hurt.TURNING: pgettext("hurts", "Turning"),
        Hurt.LOWER_BACK: pgettext("hurts", "Lower back"),
        Hurt.NECK: pgettext("hurts", "Neck"),
        Hurt.SHOULDERS: pgettext("hurts", "Shoulder"),
        Hurt.WRISTS: pgettext("hurts", "Wrist"),
        Hurt.HIPS: pgettext("hurts", "Hip"),
        Hurt.KNEES: pgettext("hurts", "Knee"),
        Hurt.CALVES: pgettext("hurts", "Calf or Achilles tendon"),
    }
    return labels[hurt]


def hurts_line(hurts: Collection[Hurt], sore: Collection[str], library: Library) -> str:
    """Return what is left out today, in a sentence; empty if nothing hurts.

    Args:
        hurts: what hurts.
        sore: ids of what is left out for it.
        library: knows names, and what belongs to the desk.
    """
    if not hurts:
        return ""
    names = [
        library.exercise_name(each.id)
        for each in library.exercises
        if each.id in sore and "sitting_break" in each.purposes
    ]
    if not names:
        return _("Breaks and routines made for the moment spare it until tomorrow.")
    return _("Left out of your breaks until tomorrow: {names}.").format(names=format_list(names))
