"""The settings: read once, changed one by one, kept in a file."""

import logging
from collections.abc import Mapping

from coreapp.domain.settings import Settings, settings_from
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
        document = self._settings.to_mapping() | dict(changes)
        breaks = changes.get("breaks")
        if isinstance(breaks, Mapping):
            document["breaks"] = self._settings.breaks.to_mapping() | dict(breaks)
        settings, problems = settings_from(document)
        if problems:
            raise problems[0]
        # What a newer version wrote and this one does not know stays in the file.
        kept = self._document | settings.to_mapping()
        self._file.save(kept)
        self._document, self._settings = kept, settings
        return settings
