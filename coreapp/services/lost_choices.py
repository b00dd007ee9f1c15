"""What a person chose and the program could not read: it is set aside, and told."""

import logging
from collections.abc import Callable, Collection, Mapping

from coreapp.domain.errors import CoreappError
from coreapp.i18n import format_list, ngettext
from coreapp.services.ports import StateFile

logger = logging.getLogger(__name__)


class LostChoices:
    """Tells each file that was set aside once."""

    def __init__(self, find: Callable[[], Mapping[str, str]], told: StateFile) -> None:
        """Look for nothing yet.

        Args:
            find: returns the names of what has been set aside, each with what tells this time
                apart from another one.
            told: keeps what has been told.
        """
        self._find = find
        self._told = told

    def all(self) -> Collection[str]:
        """Return the names of all that lies set aside."""
        return self._find().keys()

    def news(self) -> str:
        """Return what has not been told yet, as a sentence; empty if there is nothing."""
        found = self._find()
        if not found:
            return ""
        told = self._told.load()
        new = [name for name, when in found.items() if told.get(name) != when]
        if not new:
            return ""
        try:
            self._told.save(found)
        except CoreappError as error:
            logger.warning("it will be told once more: %s", error)
        return lost_sentence(new)


def lost_sentence(names: Collection[str]) -> str:
    """Return what became of files that could not be read, and what to do."""
    return ngettext(
        "{files} could not be read and begins anew. What was in it is kept beside it, with the "
        "ending .bad, until you delete that.",
        "{files} could not be read and begin anew. What was in them is kept beside them, with the "
        "ending .bad, until you delete that.",
        len(names),
    ).format(files=format_list(list(names)))
