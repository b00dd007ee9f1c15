"""How long a text takes to say, known before it is said.

The figures are those of espeak-ng 1.51 at 170 words a minute, the speed that speech-dispatcher
calls normal: all 2,000 wordings that the shipped routines can be told in, in three languages, each
written to a wave file and measured from its beginning to its last sound. They are set so that
no wording takes longer than is said here and `CuePlayer` keeps as a gap;
`tests/real_desktop/test_speech_server.py` measures again where espeak-ng is installed. A voice
that is slower than that is noticed while it speaks (`CuePlayer`).
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that parts of a text take.

    Attributes:
        start: of any text: the engine begins.
        letter: of each letter, space or mark.
        number: of each number up to twelve, which is one short word.
        long_number: of each other number.
        pause: of each comma or full stop inside.
    """

    start: float
    letter: float
    number: float
    long_number: float
    pause: float


PACES: Final = {
    "en": Pace(0.35, 0.055, 0.25, 0.65, 0.37),
    "de": Pace(0.38, 0.058, 0.3, 0.9, 0.3),
    "nl": Pace(0.33, 0.057, 0.25, 0.75, 0.36),
}

_NUMBER: Final = re.compile(r"\d+")
_PAUSES: Final = frozenset(",;:.!?–—")
_LAST_SHORT_NUMBER: Final = 12


def speaking_seconds(text: str, language: str, rate: float = 0.0) -> float:
    """Return how long an ordinary voice needs for a text, at most.

    Args:
        text: what is said.
        language: one of `coreapp.i18n.LANGUAGES`.
        rate: -1 to 1, as in `VoiceManner`.
    """
    pace = PACES[language]
    inside = text.rstrip(".!?")
    numbers = _NUMBER.findall(inside)
    short = sum(int(each) <= _LAST_SHORT_NUMBER for each in numbers)
    letters = len(inside) - sum(len(each) for each in numbers)
    pauses = sum(each in _PAUSES for each in inside)
    seconds = pace.start + pace.letter * letters + pace.pause * pauses
    seconds += pace.number * short + pace.long_number * (len(numbers) - short)
    return seconds / _speed(rate)


def _speed(rate: float) -> float:
    """Return how much faster than usual a voice speaks, by the engine that changes least.

    Slower, Windows' older engine goes to a third; faster, all reach more than one and a half.
    """
    return float(3**rate) if rate < 0 else 1 + rate / 2
