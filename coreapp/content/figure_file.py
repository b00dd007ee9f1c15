"""Reads the figure of an exercise from its file; assets/README.md says for people what it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from coreapp.content.figure_schema import FigureFile, InvariantFile, SequenceFile
from coreapp.content.figure_things import make_props
from coreapp.content.reading import misfit
from coreapp.domain.errors import ContentError
from coreapp.domain.figure.angles import LIMB_ANGLES, RANGES
from coreapp.domain.figure.body import JOINTS, SIDES
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import FLOOR, Contact
from coreapp.domain.figure.kinematics import pointed
from coreapp.domain.figure.parts import PARTS, PLURALS, both_sides
from coreapp.domain.figure.sequence import CHECKS, Figure, Invariant, Key, Pose, Sequence
from coreapp.domain.figure.vectors import Vec

Table = Mapping[str, object]

_POSE_KEYS: Final = frozenset(
    {"like", "contacts", "x", "height", "things", "left_arm", "right_arm"}
)


def make_figure(exercise: str, table: Table, shared: Mapping[str, Table]) -> Figure:
    """Make the figure of an exercise.

    Args:
        exercise: its id; the file is called after it.
        table: the table `figure`.
        shared: poses that all exercises may use, by name.

    Raises:
        ContentError: something is missing, unknown, or beyond what a joint can do.
    """
    file = f"{exercise}.toml"
    try:
        read = msgspec.convert(table, FigureFile)
    except msgspec.ValidationError as error:
        raise misfit(file, str(error), "figure") from error
    if read.side not in SIDES:
        raise ContentError(file, "figure.side", f"is {read.side!r}.", "Write left or right.")
    return _Maker(file, read, {**shared, **read.poses}).figure(exercise)


@dataclass(frozen=True, slots=True)
class _Maker:
    file: str
    read: FigureFile
    poses: Mapping[str, Table]

    def figure(self, exercise: str) -> Figure:
        read = self.read
        usual = SequenceFile(
            read.keys,
            read.camera,
            read.mat,
            read.props,
            read.arrows,
            read.focus,
            read.invariants,
        )
        return Figure(
            exercise,
            read.side,
            read.turns,
            self._sequence(usual, "figure"),
            {
                level: self._sequence(sequence, f"figure.levels.{level}")
                for level, sequence in read.levels.items()
            },
        )

    def _sequence(self, sequence: SequenceFile, place: str) -> Sequence:
        """Return a movement; what a level leaves out is as in the usual one."""
        usual = self.read
        camera = sequence.camera or usual.camera
        things = usual.props if sequence.props is None else sequence.props
        props = make_props(things, self.file, place)
        things_there = {prop.name for prop in props}
        keys = tuple(
            Key(
                self._pose(key.pose, things_there, f"{place}.keys[{number}].pose"),
                key.move if number > 1 else 0.0,
                key.hold,
                key.step,
            )
            for number, key in enumerate(sequence.keys, 1)
        )
        if not sum(key.move + key.hold for key in keys):
            raise self._wrong(f"{place}.keys", "take no time.", "Give seconds to move and hold.")
        arrows = usual.arrows if sequence.arrows is None else sequence.arrows
        focus = usual.focus if sequence.focus is None else sequence.focus
        for key, names in (("arrows", arrows), ("focus", focus)):
            for name in names:
                self._known(name, JOINTS, f"{place}.{key}")
        return Sequence(
            keys,
            Camera(*camera),
            props,
            mat=usual.mat if sequence.mat is None else sequence.mat,
            arrows=arrows,
            focus=focus,
            best=_telling(keys),
            invariants=tuple(
                self._invariant(one, keys, f"{place}.invariants[{number}]")
                for number, one in enumerate(sequence.invariants, 1)
            ),
        )

    def _pose(self, name: str, things: Iterable[str], place: str) -> Pose:
        table = self._table(name, place, ())
        where = f"pose {name}"
        for key in table:
            self._known(key, (*_POSE_KEYS, *RANGES), where)
        angles = {key: self._number(table[key], f"{where}.{key}") for key in table if key in RANGES}
        for side in SIDES:
            if f"{side}_arm" in table:
                direction = self._numbers(table[f"{side}_arm"], 3, f"{where}.{side}_arm")
                angles |= pointed(angles, side, Vec(*direction).unit())
        for angle, degrees in angles.items():
            self._check_range(angle, degrees, where)
        moved = table.get("things", {})
        if not isinstance(moved, dict):
            raise self._wrong(f"{where}.things", "is not a table.", "Write { roller = 0.1 }.")
        for thing in moved:
            self._known(thing, tuple(things), f"{where}.things")
        return Pose(
            name,
            angles,
            self._contacts(table.get("contacts", []), things, f"{where}.contacts"),
            self._maybe(table.get("x"), f"{where}.x"),
            self._maybe(table.get("height"), f"{where}.height"),
            {thing: self._spot(at, f"{where}.things") for thing, at in moved.items()},
        )

    def _check_range(self, angle: str, degrees: float, where: str) -> None:
        low, high = RANGES[angle]
        if not low <= degrees <= high:
            raise self._wrong(
                f"{where}.{angle}",
                f"is {degrees:g} degrees; the joint goes from {low:g} to {high:g}.",
                "Stay within that range.",
            )

    def _table(self, name: str, place: str, seen: tuple[str, ...]) -> dict[str, object]:
        """Return a pose with what it takes over from others; angles for each side."""
        if name not in self.poses:
            raise self._wrong(place, f"there is no pose {name!r}.", "Add it, or name another.")
        if name in seen:
            raise self._wrong(f"pose {name}.like", "leads to itself.", "Take out one `like`.")
        own: dict[str, object] = {}
        pose = self.poses[name]
        for key, value in pose.items():
            if key in LIMB_ANGLES:
                own |= {f"{side}_{key}": value for side in SIDES if f"{side}_{key}" not in pose}
            else:
                own[key] = value
        base = own.pop("like", None)
        if base is None:
            return own
        taken = self._table(str(base), f"pose {name}.like", (*seen, name))
        return {**taken, **own}

    def _contacts(self, value: object, things: Iterable[str], place: str) -> tuple[Contact, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(place, "is not a list of texts.", 'Write ["feet floor"].')
        found: list[Contact] = []
        for text in value:
            words = text.split()
            if len(words) not in {2, 3} or (len(words) == 3 and words[2] != "slides"):
                raise self._wrong(place, f"{text!r} is not a contact.", "Write 'part thing'.")
            for part in both_sides(words[0]):
                self._known(part, PARTS, place)
                on = _matching(words[1], part)
                self._known(on, (FLOOR, *things, *PARTS), place)
                found.append(Contact(part, on, len(words) == 3))
        return tuple(found)

    def _invariant(self, one: InvariantFile, keys: Iterable[Key], place: str) -> Invariant:
        self._known(one.check, CHECKS, f"{place}.check")
        if len(one.of) < CHECKS[one.check]:
            raise self._wrong(f"{place}.of", "names too few joints.", f"Name {CHECKS[one.check]}.")
        names = RANGES if one.check == "angle" else {*JOINTS, *_MIDDLES}
        for joint in one.of:
            self._known(joint, names, f"{place}.of")
        for name in one.during:
            self._known(name, {key.pose.name for key in keys}, f"{place}.during")
        return Invariant(one.check, one.of, one.least, one.most, one.during)

    def _spot(self, value: object, place: str) -> tuple[float, ...]:
        """Return where a thing is: x, or x and y."""
        if isinstance(value, list):
            return tuple(self._numbers(value, 2, place))
        return (self._number(value, place),)

    def _maybe(self, value: object, place: str) -> float | None:
        return None if value is None else self._number(value, place)

    def _number(self, value: object, place: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(place, f"{value!r} is not a number.", "Write one number.")
        return float(value)

    def _numbers(self, value: object, count: int, place: str) -> list[float]:
        if not isinstance(value, list) or len(value) != count:
            raise self._wrong(place, f"{value!r} is not a list.", f"Write {count} numbers.")
        return [self._number(number, place) for number in value]

    def _known(self, name: str, names: Iterable[str], place: str) -> None:
        if name not in names:
            listed = ", ".join(sorted(names))
            raise self._wrong(place, f"{name!r} is unknown.", f"Use one of: {listed}.")

    def _wrong(self, key: str, problem: str, remedy: str) -> ContentError:
        return ContentError(self.file, key, problem, remedy)


_MIDDLES: Final = frozenset(name.removeprefix("left_") for name in JOINTS if "left_" in name)


def _telling(keys: tuple[Key, ...]) -> int:
    """Return the key that tells most: the one held longest after the first."""
    if len(keys) == 1:
        return 0
    return max(range(1, len(keys)), key=lambda index: keys[index].hold)


def _matching(on: str, part: str) -> str:
    """Return what a part touches when both sides are said at once: its own side's, "knees"."""
    if on not in PLURALS:
        return on
    return f"{part.partition('_')[0]}_{PLURALS[on]}"


def read_shared_poses(table: Table, file: str) -> dict[str, Table]:
    """Return the poses that all exercises may use, by name.

    Raises:
        ContentError: one is not a table.
    """
    poses: dict[str, Table] = {}
    for name, pose in table.items():
        if not isinstance(pose, dict):
            raise ContentError(file, name, "is not a pose.", f"Write [{name}].")
        poses[name] = pose
    return poses
