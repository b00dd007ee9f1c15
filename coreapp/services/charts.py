"""What the charts of Progress show, in the words of the language that is shown.

A chart is plain figures with labels; whoever draws one needs to know nothing of training. What is
read only now and then (the table, what one mark says) is made when it is asked for: a year has 365
cells. It takes no part in comparing: panels and charts that are equal look the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

MOST_HEAT: Final = 4
"""The darkest step of a heat map; 0 is nothing."""


class PanelKey(StrEnum):
    """Which panel it is; its value names it in files and on the command line."""

    HEAT_MAP = "days"
    MINUTES = "minutes"
    STREAK = "weeks"
    BALANCE = "sides"
    BESTS = "bests"
    EXERCISE = "exercise"
    ADHERENCE = "plan"
    SITTING = "sitting"
    BREAKS = "breaks"
    RUNNING = "running"
    EFFORT = "effort"
    RECOVERY = "recovery"


class Tone(StrEnum):
    """What a series is about; the page gives it its colour."""

    CORE = "core"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    DESK = "desk"
    RUNS = "runs"
    WALKS = "walks"
    OTHER = "other"
    SITTING = "sitting"
    ON_TIME = "on_time"
    MOVED = "moved"
    MISSED = "missed"
    EXTRA = "extra"
    PAIN = "pain"
    STRESS = "stress"
    SLEEP = "sleep"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A chart as text: for reading, for copying and for those who do not see it.

    Attributes:
        header: names of the columns.
        rows: each as long as the header; the newest last.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map.

    Attributes:
        row, column: its place, from 0.
        level: 0 (nothing) to `MOST_HEAT`.
    """

    row: int
    column: int
    level: int


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A word beside a row or above a column; not every one has one."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Days as cells: a column is a week, Monday on top; over all time a row is a year.

    Attributes:
        rows, columns: how many there are.
        cells: in the order of time; days that are yet to come have none.
        row_labels, column_labels: where a word stands.
        now: the index of the cell of today (or of this week), or None.
        less, more: the words at the ends of the legend.
        tell: what a cell says, by its index: "Mon, 16 Nov: 24 min".
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    row_labels: tuple[AxisLabel, ...]
    column_labels: tuple[AxisLabel, ...]
    now: int | None
    less: str
    more: str
    tell: Callable[[int], str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Series:
    """Values in the order of the chart's labels.

    Attributes:
        name: for the legend.
        values: as long as the chart's labels; None is a gap and never 0.
        top: the end of its own scale (10 for pain); None takes the chart's.
    """

    name: str
    tone: Tone
    values: tuple[float | None, ...]
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A dashed line across a chart, with its words: "planned 54"."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over time, series stacked on each other from the first.

    Attributes:
        series: at least one.
        labels: below each bar; empty where there would be too many.
        now: the index of the bar that is not over yet, or None.
        unit: of the values, as a short word.
        level: a line to compare with, or None.
        tell: what a bar says, by its index.
    """

    series: tuple[Series, ...]
    labels: tuple[str, ...]
    now: int | None
    unit: str
    tell: Callable[[int], str] = field(compare=False)
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over time; the last value of the first series carries a dot.

    Attributes:
        series: at least one; the first is what the panel's number is about.
        labels: below each value; empty where there would be too many.
        unit: of the values, as a short word.
        band: for each label the least and the most that is advised, or None; empty for no band.
        level: a line to compare with, or None.
        tell: what a place of the axis says, by its index, all series together.
    """

    series: tuple[Series, ...]
    labels: tuple[str, ...]
    unit: str
    tell: Callable[[int], str] = field(compare=False)
    band: tuple[tuple[float, float] | None, ...] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Left and right of one exercise, drawn from the middle outwards on one scale."""

    name: str
    left: float
    right: float
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Left and right, an exercise a line.

    Attributes:
        tell: what a line says, by its index.
    """

    rows: tuple[Pair, ...]
    tell: Callable[[int], str] = field(compare=False)


Chart = HeatMap | Bars | Lines | Pairs


@dataclass(frozen=True, slots=True)
class Listed:
    """An exercise in a panel that is a list.

    Attributes:
        exercise: its id, for its picture.
        name: "Side plank".
        figure: "40 s".
        remark: small beneath the name: "since Nov 8".
    """

    exercise: str
    name: str
    figure: str
    remark: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: a title, one number, one picture, one sentence, and all of it as text.

    Attributes:
        key: which one.
        title: without a full stop.
        number: the one figure ("24", "–" where there is none), and its `unit` in small letters.
        more: a second figure with its word ("142", "active days"), or None.
        aside: a short remark beside the title ("last 4 weeks"), or empty.
        sentence: what is new, a whole sentence; of an empty panel, what would fill it.
        description: the whole panel for a screen reader.
        chart: None where there is nothing to draw yet.
        table: makes the table.
        listed: what is shown in place of a chart, the newest first.
        exercise: the id of the one that it is about, for its picture; else empty.
    """

    key: PanelKey
    title: str
    number: str
    unit: str
    sentence: str
    description: str
    chart: Chart | None
    table: Callable[[], Table] = field(compare=False)
    more: tuple[str, str] | None = None
    aside: str = ""
    listed: tuple[Listed, ...] = ()
    exercise: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return self.chart is None


@dataclass(frozen=True, slots=True)
class ExerciseChoice:
    """An exercise that can be looked at by itself."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """The page of Progress.

    Attributes:
        news: the head of the page, one whole sentence.
        panels: in the order of the page: heat map; minutes, sides, sitting; exercise, effort,
            running, recovery; then weeks, plan, breaks, bests.
        exercises: those with figures in this range, most done first, for the panel of one exercise;
            the first is the one that is shown.
    """

    news: str
    panels: tuple[Panel, ...]
    exercises: tuple[ExerciseChoice, ...]

    def panel(self, key: PanelKey) -> Panel:
        """Return one of the panels."""
        return next(each for each in self.panels if each.key is key)
