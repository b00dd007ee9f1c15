"""Pages of Progress as the service makes them, for tests of what draws them."""

from dataclasses import replace
from datetime import date, timedelta
from math import sin

from coreapp.services.charts import (
    AxisLabel,
    Bars,
    Cell,
    Chart,
    ExerciseChoice,
    HeatMap,
    Level,
    Lines,
    Listed,
    Pair,
    Pairs,
    Panel,
    PanelKey,
    ProgressPage,
    Series,
    Table,
    Tone,
)

TODAY = date(2026, 11, 25)
WEEKS = tuple(str(week) for week in range(37, 49))
MINUTES = (22.0, 30.0, 28.0, 36.0, 41.0, 38.0, 44.0, 40.0, 43.0, 48.0, 51.0, 7.0)
MONTHS = ("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")


def heat_map(weeks: int = 53) -> HeatMap:
    """Return a year of days, more of them the newer they are."""
    first = TODAY - timedelta(days=TODAY.weekday() + 7 * (weeks - 1))
    days = [first + timedelta(days=each) for each in range((TODAY - first).days + 1)]
    cells = []
    for index, _day in enumerate(days):
        wave = sin(index * 12.9898) * 43758.5453
        share = (wave - wave // 1) * (0.4 + 0.6 * index / len(days))
        level = 0 if share < 0.4 else min(4, int((share - 0.4) * 8) + 1)
        cells.append(Cell(index % 7, index // 7, level))
    labels = tuple(AxisLabel(round(n * weeks / 12), name) for n, name in enumerate(MONTHS))
    return HeatMap(
        rows=7,
        columns=weeks,
        cells=tuple(cells),
        row_labels=(AxisLabel(0, "Mon"), AxisLabel(2, "Wed"), AxisLabel(4, "Fri")),
        column_labels=labels,
        now=len(cells) - 1,
        less="less",
        more="more",
        tell=lambda index: f"{days[index]:%a %d %b}: {cells[index].level * 8} min",
    )


def bars(*more: Series, level: Level | None = None) -> Bars:
    """Return twelve weeks of minutes; the last is not over yet."""
    core = Series("Core", Tone.CORE, MINUTES)
    return Bars(
        series=(core, *more),
        labels=WEEKS,
        now=11,
        unit="min",
        tell=lambda index: f"Week {WEEKS[index]}: {MINUTES[index]:.0f} min",
        level=level,
    )


def lines(
    *series: Series, band: tuple[tuple[float, float] | None, ...] = (), level: Level | None = None
) -> Lines:
    """Return lines over twelve weeks."""
    first = series[0]
    return Lines(
        series=series,
        labels=WEEKS,
        unit="",
        tell=lambda index: f"Week {WEEKS[index]}: {first.values[index]}",
        band=band,
        level=level,
    )


def pairs() -> Pairs:
    """Return left and right of three exercises."""
    rows = (
        Pair("Side plank", 22, 24, "22 s", "24 s"),
        Pair("Bird dog", 11, 12, "11 s", "12 s"),
        Pair("Hip abduction, lying on the side", 24, 24, "24 ×", "24 ×"),
    )
    return Pairs(rows, lambda index: f"{rows[index].name}: {rows[index].left_text}")


def panel(key: PanelKey, title: str, number: str, unit: str, chart: Chart | None) -> Panel:
    """Return a panel with a table of the chart's first values."""
    rows = tuple((week, f"{value:.0f}") for week, value in zip(WEEKS, MINUTES, strict=True))
    return Panel(
        key=key,
        title=title,
        number=number,
        unit=unit,
        sentence=f"What is new about {title.lower()}, in a sentence that may take two lines.",
        description=f"{title}: {number} {unit}. All values in words.",
        chart=chart,
        table=lambda: Table(("Week", "Minutes"), rows),
    )


def full_page() -> ProgressPage:
    """Return a page on which every panel has something to show."""
    strength = Series("Strength", Tone.STRENGTH, tuple(value / 2 for value in MINUTES))
    mobility = Series("Mobility", Tone.MOBILITY, tuple(10.0 for _ in MINUTES))
    desk = Series("At the desk", Tone.DESK, tuple(6.0 for _ in MINUTES))
    runs = Series("Runs", Tone.RUNS, tuple(25.0 for _ in MINUTES))
    walks = Series("Walks", Tone.WALKS, tuple(18.0 for _ in MINUTES))
    km = (9.0, 10.0, 10.5, 11.0, 12.0, 11.0, 12.5, 13.0, None, 14.0, 13.0, 12.0)
    band = tuple(None if each is None else (each * 0.9, each * 1.1) for each in km)
    hold = (14.0, 14.0, 16.0, 16.0, 18.0, 18.0, 20.0, 20.0, 22.0, 22.0, 22.0, 24.0)
    sitting = (62.0, 58.0, 55.0, 56.0, 49.0, 46.0, 48.0, 41.0, 43.0, 39.0, 38.0, 36.0)
    pain = (4.0, 4.0, 3.0, None, 3.0, 3.0, 2.0, 2.0, 2.0, 1.0, 2.0, 1.0)
    stress = (5.0, 6.0, 5.0, 4.0, 6.0, 7.0, 5.0, 4.0, 4.0, 3.0, 5.0, 4.0)
    sleep = (7.0, 6.5, 7.5, 8.0, 6.0, 6.5, 7.0, 7.5, 7.5, 8.0, 7.0, 7.5)
    counts = tuple(float(each % 3) for each in range(12))
    key = PanelKey
    panels = (
        replace(
            panel(key.HEAT_MAP, "Minutes moved, by day", "31", "h this year", heat_map()),
            more=("142", "active days"),
        ),
        replace(
            panel(
                key.MINUTES,
                "Minutes a week",
                "7",
                "min this week",
                bars(strength, mobility, desk, runs, walks, level=Level(150, "planned 150")),
            ),
            aside="this week 7 of 54",
        ),
        replace(panel(key.BALANCE, "Left and right", "8", "%", pairs()), aside="last 4 weeks"),
        panel(
            key.SITTING,
            "Sitting",
            "36",
            "min longest, today",
            lines(Series("Longest", Tone.SITTING, sitting)),
        ),
        replace(
            panel(key.EXERCISE, "Side plank", "24", "s", lines(Series("Hold", Tone.CORE, hold))),
            exercise="side-plank",
        ),
        panel(
            key.EFFORT,
            "Effort, last 5 sessions",
            "3.4",
            "of 10",
            lines(
                Series("Effort", Tone.PLAIN, tuple(each / 2 for each in stress), top=10),
                band=((3.0, 5.0),) * 12,
            ),
        ),
        panel(
            key.RUNNING,
            "Running this week",
            "12",
            "km",
            lines(Series("Runs", Tone.RUNS, km), band=band),
        ),
        panel(
            key.RECOVERY,
            "Pain and recovery",
            "1",
            "of 10",
            lines(
                Series("Pain", Tone.PAIN, pain, top=10),
                Series("Stress", Tone.STRESS, stress, top=10),
                Series("Sleep, hours", Tone.SLEEP, sleep, top=12),
            ),
        ),
        panel(key.STREAK, "Weeks in a row", "11", "weeks", bars(level=Level(35, "35 needed"))),
        panel(
            key.ADHERENCE,
            "The plan",
            "86",
            "%",
            Bars(
                series=(
                    Series("On time", Tone.ON_TIME, (2.0,) * 12),
                    Series("Moved", Tone.MOVED, counts),
                    Series("Not done", Tone.MISSED, tuple(reversed(counts))),
                    Series("Extra", Tone.EXTRA, (1.0,) * 12),
                ),
                labels=WEEKS,
                now=11,
                unit="",
                tell=lambda index: f"Week {WEEKS[index]}",
            ),
        ),
        panel(
            key.BREAKS,
            "Breaks",
            "31",
            "of 38",
            Bars(
                series=(
                    Series("Kept", Tone.SITTING, tuple(each / 2 for each in MINUTES)),
                    Series("Due, not kept", Tone.SITTING, counts),
                ),
                labels=WEEKS,
                now=11,
                unit="",
                tell=lambda index: f"Week {WEEKS[index]}",
            ),
        ),
        replace(
            panel(key.BESTS, "Bests", "3", "this month", None),
            listed=(
                Listed("side-plank", "Side plank", "24 s", "since Nov 16"),
                Listed("bird-dog", "Bird dog", "12 reps", "since Nov 9"),
            ),
        ),
    )
    exercises = (
        ExerciseChoice("side-plank", "Side plank"),
        ExerciseChoice("plank", "Plank"),
        ExerciseChoice("bird-dog", "Bird dog"),
    )
    return ProgressPage("Eleven weeks in a row, and your sides are evening out", panels, exercises)
