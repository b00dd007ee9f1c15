"""Python's full search for garbage waits until the session stands still.

It visits every object there is and holds up everything meanwhile: for a tenth of a second in a
session of half an hour, and nobody knows when. The many short searches in between go on, and what a
running session leaves behind in cycles is next to nothing.
"""

import gc
from typing import Final

_USUAL: Final = gc.get_threshold()
_NOT_AT_ALL: Final = 1_000_000
"""So many short searches would have to pass before a full one: years."""


def put_off_full_searches(*, wanted: bool) -> None:
    """Do without full searches from now on, or let them come as usual again."""
    first, second, third = _USUAL
    gc.set_threshold(first, second, _NOT_AT_ALL if wanted else third)
