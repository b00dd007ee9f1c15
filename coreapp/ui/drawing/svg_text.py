"""Makes the SVG that Qt writes small, and the same on every machine."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from math import hypot
from typing import Final

Spot = tuple[float, float]

_BEND: Final = 0.06
"""Pixels by which an outline may be off; less than anybody can see at four times the size."""

_FONT: Final = re.compile(r'\nfont-family="[^"]*" font-size="[^"]*" [^\n>]*\n')
# The group around everything says "evenodd", so only "nonzero" has to be said.
_NEEDLESS: Final = re.compile(
    r' (?:vector-effect="none"|fill-rule="evenodd"(?! stroke)|(?:fill|stroke)-opacity="1"'
    r'|transform="matrix\(1,0,0,1,0,0\)")'
)
_EMPTY: Final = re.compile(r"<(title|desc)> </\1>\n|<g [^>]*>\s*</g>\s*|<defs>\s*</defs>\s*")
_OUTLINE: Final = re.compile(r'(?<= )(points|d)="([^"]*)"')
_STEP: Final = re.compile(r"([MLCZ])\s*([^MLCZ]*)")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
_HEAD: Final = re.compile(r'<svg width="[^"]*" height="[^"]*"')


def lean(text: str, width: int, height: int) -> str:
    """Return an SVG without what nobody needs: fonts of this machine, points on a line.

    Args:
        text: as Qt's generator writes it.
        width: of the picture in pixels; Qt writes millimetres.
        height: the same.
    """
    text = _FONT.sub(" ", text)
    text = _NEEDLESS.sub("", text)
    text = _EMPTY.sub("", text)
    text = _OUTLINE.sub(_written, text)
    return _HEAD.sub(f'<svg role="img" width="{width}" height="{height}"', text, count=1)


def _written(found: re.Match[str]) -> str:
    if found[1] == "points":
        spots = _simpler(_spots(found[2]))
        return f'points="{" ".join(f"{_short(x)},{_short(y)}" for x, y in spots)}"'
    return f'd="{_path(found[2])}"'


def _path(text: str) -> str:
    """Return a path with fewer points, each told by the way from the one before."""
    written: list[str] = []
    run: list[Spot] = []
    for letter, numbers in chain(_STEP.findall(text), (("Z", ""),)):
        spots = _spots(numbers)
        if letter == "L":
            run += spots
            continue
        if len(run) > 1:
            written.append("l" + _ways(run[0], _simpler(run)[1:]))
        if letter == "M":
            x, y = spots[0]
            written.append(f"M{_short(x)} {_short(y)}")
        elif letter == "C":
            written.append("C" + " ".join(f"{_short(x)} {_short(y)}" for x, y in spots))
        elif run:
            written.append("z")
        run = spots[-1:]
    return "".join(written)


def _ways(start: Spot, spots: Iterable[Spot]) -> str:
    """Return the ways between rounded spots, so that roundings do not add up."""
    x, y = round(start[0], 2), round(start[1], 2)
    written = []
    for a, b in ((round(a, 2), round(b, 2)) for a, b in spots):
        written.append(f"{_short(a - x)} {_short(b - y)}")
        x, y = a, b
    return " ".join(written).replace(" -", "-")


def _simpler(spots: Sequence[Spot]) -> list[Spot]:
    """Return a line without the spots that hardly change it (Douglas and Peucker)."""
    kept = {0, len(spots) - 1}
    waiting = [(0, len(spots) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, index = _BEND, 0
        for between in range(first + 1, last):
            off = _off(spots[between], spots[first], spots[last])
            if off > far:
                far, index = off, between
        if index:
            kept.add(index)
            waiting += [(first, index), (index, last)]
    return [spots[index] for index in sorted(kept)]


def _off(spot: Spot, start: Spot, end: Spot) -> float:
    """Return how far a spot is from the line between two others."""
    wide, high = end[0] - start[0], end[1] - start[1]
    x, y = spot[0] - start[0], spot[1] - start[1]
    square = wide * wide + high * high
    share = min(1.0, max(0.0, (x * wide + y * high) / square)) if square > 0.0 else 0.0
    return hypot(x - share * wide, y - share * high)


def _spots(text: str) -> list[Spot]:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _short(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    if text.startswith(("0.", "-0.")):
        return text.replace("0.", ".", 1)
    return "0" if text == "-0" else text
