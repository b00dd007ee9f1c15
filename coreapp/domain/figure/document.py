"""Reads figures from the parsed document of their file, with errors that name the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from coreapp.domain.errors import ContentError
from coreapp.domain.figure.motion import Anchor, Camera, Figure, Figures, Key
from coreapp.domain.figure.pose import JointAngles, Pair, other_side
from coreapp.domain.figure.skeleton import Direction, Segment, Stance, View

Table = Mapping[str, object]
Name = TypeVar("Name", View, Anchor)

_SINGLES = ("trunk", "spine", "neck")
_PAIRS = ("hips", "knees", "ankles", "shoulders", "elbows")
_KEY_NAMES = frozenset({"pose", "move", "hold", "anchor", "mirror", "lift"})
_FIGURE_NAMES = frozenset({"view", "mat", "camera", "keys"})


def parse_figures(document: Table, file: str = "poses.toml") -> Figures:
    """Return the figures that a document describes; `file` is its name for messages.

    The document has a table `poses` (side view: joint angles; front view: `directions`), where a
    pose may be `like` another with some values of its own, and a table `figures`.

    Raises:
        ContentError: something is missing, unknown or of the wrong kind.
    """
    return _Reader(file, document).figures()


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    document: Table

    def figures(self) -> Figures:
        named = self._table(self.document, "figures", "document")
        return Figures({name: self._figure(name, named) for name in named})

    def _figure(self, name: str, named: Table) -> Figure:
        place = f"figures.{name}"
        table = self._table(named, name, "figures")
        self._known(table, _FIGURE_NAMES, place)
        view = self._name(View, table.get("view", View.SIDE.value), f"{place}.view")
        camera = self._numbers(table.get("camera", [25, 12]), 2, f"{place}.camera")
        keys = table.get("keys")
        if not isinstance(keys, list) or not keys:
            raise self._wrong(f"{place}.keys", "has no key pose.", "List at least one key pose.")
        return Figure(
            exercise=name,
            view=view,
            mat=self._flag(table, "mat", place),
            camera=Camera(camera[0], camera[1]),
            keys=tuple(
                self._key(key, view, f"{place}.keys[{index}]") for index, key in enumerate(keys)
            ),
        )

    def _key(self, key: object, view: View, place: str) -> Key:
        if not isinstance(key, dict):
            raise self._wrong(place, "is not a table.", 'Write { pose = "name", hold = 1 }.')
        self._known(key, _KEY_NAMES, place)
        stance = self._stance(key.get("pose"), view, place)
        return Key(
            stance=other_side(stance, view, mirror=self._flag(key, "mirror", place)),
            move=self._number(key.get("move", 0.0), f"{place}.move"),
            hold=self._number(key.get("hold", 0.0), f"{place}.hold"),
            anchor=self._name(Anchor, key.get("anchor", Anchor.PELVIS.value), f"{place}.anchor"),
            lift=self._number(key.get("lift", 0.0), f"{place}.lift"),
        )

    def _stance(self, name: object, view: View, place: str) -> Stance:
        if not isinstance(name, str):
            raise self._wrong(f"{place}.pose", "is missing.", "Name a pose of this file.")
        values = self._values(name, place, ())
        if view is View.FRONT:
            return {
                segment: self._direction(values.get(segment.value), f"poses.{name}.{segment}")
                for segment in Segment
            }
        singles = {key: self._number(values.get(key), f"poses.{name}.{key}") for key in _SINGLES}
        pairs = {key: self._pair(values.get(key), f"poses.{name}.{key}") for key in _PAIRS}
        angles = JointAngles(
            trunk=singles["trunk"],
            spine=singles["spine"],
            neck=singles["neck"],
            hips=pairs["hips"],
            knees=pairs["knees"],
            ankles=pairs["ankles"],
            shoulders=pairs["shoulders"],
            elbows=pairs["elbows"],
            forearms_in=self._number(values.get("forearms_in", 0), f"poses.{name}.forearms_in"),
        )
        return angles.stance()

    def _values(self, name: str, place: str, seen: tuple[str, ...]) -> dict[str, object]:
        poses = self._table(self.document, "poses", "document")
        if name not in poses:
            raise self._wrong(place, f"there is no pose {name!r}.", "Add it, or name another.")
        if name in seen:
            raise self._wrong(f"poses.{name}.like", "leads to itself.", "Take out one `like`.")
        pose = self._table(poses, name, "poses")
        allowed = frozenset((*_SINGLES, *_PAIRS, "forearms_in", "like", *Segment))
        self._known(pose, allowed, f"poses.{name}")
        base = pose.get("like")
        own = {key: value for key, value in pose.items() if key != "like"}
        if not isinstance(base, str):
            return own
        return {**self._values(base, f"poses.{name}.like", (*seen, name)), **own}

    def _table(self, table: Table, key: str, place: str) -> Table:
        value = table.get(key)
        if not isinstance(value, dict):
            raise self._wrong(f"{place}.{key}", "is not a table.", f"Write [{key}].")
        return value

    def _known(self, table: Table, names: frozenset[str], place: str) -> None:
        for key in table.keys() - names:
            raise self._wrong(f"{place}.{key}", "is unknown.", f"Use one of {sorted(names)}.")

    def _number(self, value: object, place: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(place, f"{value!r} is not a number.", "Write one number.")
        return float(value)

    def _numbers(self, value: object, count: int, place: str) -> list[float]:
        if not isinstance(value, list) or len(value) != count:
            raise self._wrong(place, f"{value!r} is not a list.", f"Write {count} numbers.")
        return [self._number(number, place) for number in value]

    def _pair(self, value: object, place: str) -> Pair:
        if not isinstance(value, list):
            number = self._number(value, place)
            return number, number
        right, left = self._numbers(value, 2, place)
        return right, left

    def _direction(self, value: object, place: str) -> Direction:
        if not isinstance(value, list):
            return Direction(self._number(value, place))
        angle, near = self._numbers(value, 2, place)
        return Direction(angle, near)

    def _flag(self, table: Table, key: str, place: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(f"{place}.{key}", f"{value!r} is not true or false.", "Write one.")
        return value

    def _name(self, kind: type[Name], value: object, place: str) -> Name:
        try:
            return kind(str(value))
        except ValueError as error:
            names = [member.value for member in kind]
            raise self._wrong(place, f"{value!r} is unknown.", f"Use one of {names}.") from error

    def _wrong(self, key: str, problem: str, remedy: str) -> ContentError:
        return ContentError(self.file, key, problem, remedy)
