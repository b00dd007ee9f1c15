"""The settings: read once, changed one by one, kept in a file."""

import logging
from collections.abc import Mapping, Set

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.settings import BREAK_NAMES, NAMES, Settings, settings_from
from coreapp.services.ports import StateFile

logger = logging.getLogger(__name__)


class Preferences:
    """What a person has chosen, with everything else at its default."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._document = dict(file.load())
        self._settings, problems = settings_from(self._document)
        for problem in problems:
            logger.warning("a setting keeps its default: %s", problem)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, changes: Mapping[str, object]) -> Settings:
        """Change some settings and keep them; return all as they are now.

        Args:
            changes: plain values by name; those of the breaks as `{"breaks": {...}}`, where the
                ones not named stay.

        Raises:
            InvalidValueError: a value cannot be used; nothing is changed.
            CoreappError: the file cannot be written; nothing is changed.
        """
        breaks = changes.get("breaks", {})
        _check_names(changes, NAMES)
        if isinstance(breaks, Mapping):
            _check_names(breaks, BREAK_NAMES)
            changes = {**changes, "breaks": self._settings.breaks.to_mapping() | dict(breaks)}
        settings, problems = settings_from(self._settings.to_mapping() | dict(changes))
        if problems:
            raise problems[0]
        kept = self._with_what_is_not_known(settings)
        self._file.save(kept)
        self._document, self._settings = kept, settings
        return settings

    def _with_what_is_not_known(self, settings: Settings) -> dict[str, object]:
        """Return what goes into the file: what a newer version wrote there stays."""
        plain = settings.to_mapping()
        before = self._document.get("breaks")
        if isinstance(before, Mapping):
            plain["breaks"] = dict(before) | settings.breaks.to_mapping()
        return self._document | plain


def _check_names(given: Mapping[str, object], known: Set[str]) -> None:
    for name, value in given.items():
        if name not in known:
            raise InvalidValueError(name, value, marked("There is no such setting."))
