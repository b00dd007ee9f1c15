"""Figures that failed once: that is told, and not told again with every paint."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager


class GivenUp:
    """What is not tried again as long as the program runs."""

    def __init__(self) -> None:
        self._keys: set[Hashable] = set()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._keys

    @contextmanager
    def trying(self, key: Hashable) -> Iterator[None]:
        """Give `key` up if the block fails; the error goes on to who tells it."""
        try:
            yield
        except Exception:
            self._keys.add(key)
            raise
