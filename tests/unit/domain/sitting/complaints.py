"""Days that users of other programs complained about, and what must come of them here.

A day is written as two texts: what happens, and everything that is told, each line with its time.
What happens is `type`, `rest`, `lock`, `unlock`, `hold X`, `release X`, `sleep LENGTH`,
`jump LENGTH`, `zone NAME`, `posture X`, `restart`, or an answer with its figure (`snooze 5`).
Somebody types from the start unless the first line is of the start.
"""

from dataclasses import dataclass, field

import pytest

from coreapp.domain.sitting.moments import elapsed_text
from tests.unit.domain.sitting.days import TYPING, Document, play

_PLAIN = {
    "type": {"input": "active"},
    "rest": {"input": "idle"},
    "lock": {"lock": True},
    "unlock": {"lock": False},
    "restart": {"restart": True},
}
_NAMED = {
    "hold": "hold",
    "release": "release",
    "sleep": "sleep_for",
    "jump": "clock_jump",
    "zone": "zone",
    "posture": "posture",
}
_FIGURES = {"snooze": "minutes", "exercise": "minutes", "routine": "minutes"}
_WORDS = {"skip": "reason", "pause": "for"}
_DETAILS = {
    "prompt": "why",
    "break_start": "why",
    "break_end": "outcome",
    "held": "reason",
    "released": "reason",
    "partial_credit": "sitting_s",
    "snoozed": "minutes",
    "skipped": "reason",
}


@dataclass(frozen=True)
class Complaint:
    """A day, named after what must not be true of it.

    Attributes:
        name: what happens instead.
        threads: who complained.
        happens: the script.
        told: all events, in order, each with its telling figure.
        until: the end of the day.
        settings: what differs from the defaults.
        more: other keys of the script.
        totals: some of the figures.
        spans: the whole day, where that is the point.
    """

    name: str
    threads: str
    happens: str
    told: str
    until: str
    settings: dict[str, object] = field(default_factory=dict)
    more: dict[str, object] = field(default_factory=dict)
    totals: dict[str, float] = field(default_factory=dict)
    spans: str = ""

    def check(self) -> None:
        """Play the day and compare."""
        day = self.play()
        assert [_line(each) for each in day["events"]] == _lines(self.told)
        assert {key: day["totals"][key] for key in self.totals} == self.totals
        if self.spans:
            spans = [
                f"{each['from']} {each['to']} {each['kind']} {each['reason']}".strip()
                for each in day["spans"]
            ]
            assert spans == _lines(self.spans)

    def play(self) -> Document:
        """Return what comes of the day."""
        events = [_event(each) for each in _lines(self.happens)]
        if not events or events[0][0] != elapsed_text(0):
            events.insert(0, TYPING)
        return play(*events, settings=self.settings, until=self.until, **self.more)


def params(kinds: dict[int, tuple[Complaint, ...]]) -> list:
    """Return the days for `parametrize`, by their kind and name."""
    return [
        pytest.param(each, id=f"{kind} {each.name}")
        for kind, days in kinds.items()
        for each in days
    ]


def _lines(text: str) -> list[str]:
    return [each.strip() for each in text.strip().splitlines() if each.strip()]


def _event(line: str) -> tuple[str, dict[str, object]]:
    at, verb, *rest = line.split(maxsplit=2)
    word = rest[0] if rest else None
    if verb in _PLAIN:
        return at, _PLAIN[verb]
    if verb in _NAMED:
        return at, {_NAMED[verb]: word}
    answer: dict[str, object] = {"do": verb}
    if word is not None:
        key = _FIGURES.get(verb) or _WORDS[verb]
        answer[key] = float(word) if verb in _FIGURES else word
    return at, answer


def _line(event: Document) -> str:
    detail = event.get(_DETAILS.get(event["kind"], ""), "")
    shown = f"{detail:g}" if isinstance(detail, int | float) else detail
    return f"{event['at']} {event['kind']} {shown}".strip()
