"""`make bench`: one figure a line, times as the median of some runs; all as JSON in `build/`.

Nothing is judged here: machines differ. The figures of a release stand in the changelog.
"""

import compileall
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tests.benchmarks.results import Results

ROOT = Path(__file__).parents[2]
TEN_MINUTES_S = 600.0
SHORT_REST_S, LONG_REST_S = 5.0, 120.0


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Return how long each of some runs took, after one that is not counted."""
    work()
    lengths = []
    for _ in range(runs):
        start = perf_counter()
        work()
        lengths.append(perf_counter() - start)
    return lengths


def environment(home: str) -> dict[str, str]:
    """Return the environment of a program with a world of its own, whose person was welcomed."""
    Path(home, "settings.json").write_text("{}", encoding="utf-8")
    return {**os.environ, "COREAPP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def bench_start_up(results: Results, runs: int = 7) -> None:
    """Time from the start of the process to the first painted window, and to the open log."""
    moments: dict[str, list[float]] = {"window": [], "log": []}
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as home:
            start = perf_counter()
            with subprocess.Popen(
                [sys.executable, "-m", "tests.benchmarks.first_window"],
                cwd=ROOT,
                env=environment(home),
                stdout=subprocess.PIPE,
                text=True,
            ) as process:
                assert process.stdout is not None
                for line in process.stdout:
                    moments[line.split()[0]].append(perf_counter() - start)
    results.tell_times("first window, from process start", moments["window"][1:])
    results.tell_times("log open, from process start", moments["log"][1:])


def bench_commands(results: Results, runs: int = 5) -> None:
    """Time whole commands."""
    with tempfile.TemporaryDirectory() as home:
        for words in (["exercises"], ["timeline", "core-basics-runners"], ["log"]):
            command = [sys.executable, "-m", "coreapp", *words]

            def run(command: list[str] = command) -> None:
                subprocess.run(
                    command, cwd=ROOT, env=environment(home), check=True, capture_output=True
                )

            results.tell_times(f"coreapp {' '.join(words)}", timed(run, runs))


def bench_engines(results: Results) -> None:
    """Time what the two engines and the content take."""
    from coreapp.content.loader import load_exercises, load_routines
    from coreapp.domain.timeline import compile_timeline
    from tests.benchmarks.year_of_days import simulate_year

    exercises = load_exercises(ROOT / "assets" / "exercises")
    routines = load_routines(ROOT / "assets" / "routines", exercises)
    basics = routines["core-basics-runners"]
    simulate_year()
    results.tell_times("a year of simulated days", [simulate_year()[0] for _ in range(3)])
    reading = timed(lambda: load_exercises(ROOT / "assets/exercises"), 9)
    results.tell_times("exercises read and checked", reading)
    compiling = timed(lambda: compile_timeline(basics, exercises), 99)
    results.tell_times("core-basics-runners compiled", compiling)


def bench_figures(results: Results) -> None:
    """Time the figures; the first goal is 8 ms for a moving frame, the second 40 ms for a still."""
    from tests.benchmarks.figures import bench

    for name, seconds in bench().items():
        results.tell_times(name, seconds)


def bench_log(results: Results) -> None:
    """A year of log against ten years; then what ten years are like to use."""
    from tests.benchmarks import log_list, log_pages, page_feel
    from tests.benchmarks.log_of_years import home_with_log

    year, years = log_pages.YEARS
    with home_with_log(year) as year_home, home_with_log(years) as home:
        log_pages.bench(results, year_home, home)
        page_feel.bench(results, home)
        log_list.bench(results, home)


def bench_wake_ups(results: Results, seconds: float = 20.0) -> None:
    """Rest in the tray; goals: less than one wake-up in 5 s of typing, in 10 s of absence."""
    from tests.benchmarks import wake_ups

    missing = wake_ups.missing()
    if missing:
        print(f"wake-ups are not measured: {' and '.join(missing)} not installed", flush=True)
        return
    found = wake_ups.measure(seconds)
    for state, each in found.items():
        switches = sum(each.threads.values())
        results.tell(
            f"wake-ups in the tray, {state}",
            each.a_second,
            "/s",
            f"taken for {each.seen}; {switches} switches in {each.seconds:.0f} s, "
            f"{each.cpu_seconds * 1000:.0f} ms of processor time",
            goal=wake_ups.GOALS[state],
        )
        each_second = each.cpu_seconds / each.seconds
        results.tell(f"processor time in the tray, {state}", each_second * 1000, "ms/s")
        results.tell(f"context switches in the tray, {state}", switches / each.seconds, "/s")


def bench_player(results: Results) -> None:
    """Play moving figures at 1280 x 800; goals: 30 pictures a second, 30 % of one core."""
    from tests.benchmarks.player_frames import ROUTINES

    for routine in ROUTINES:
        with tempfile.TemporaryDirectory() as home:
            played = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.player_frames", routine],
                cwd=ROOT,
                env=environment(home),
                check=True,
                capture_output=True,
                text=True,
            )
        found = json.loads(played.stdout)
        results.tell(f"player, {routine}: pictures", found["a_second"], "/s", "goal 30 at least")
        results.tell(f"player, {routine}: of one core", found["core_percent"], "%", goal=30)
        results.tell(
            f"player, {routine}: painting, 99 of 100",
            found["paint_p99_ms"],
            "ms",
            f"median {found['paint_median_ms']:.1f}; from one to the next 99 of 100 "
            f"{found['gap_p99_ms']:.1f}",
            goal=33,
        )


def bench_cues(results: Results, routine: str) -> None:
    """Play a routine on the real clock while every core is busy; goal: 10 ms for 99 of 100 cues."""
    from tests.benchmarks.cue_times import measure

    found = measure(routine)
    results.tell(
        f"cues of {routine}, all cores busy, 99 of 100",
        found["p99"],
        "ms",
        f"median {found['median']:.1f}, latest {found['most']:.1f}, "
        f"{found['cues']:.0f} cues; end {found['end']:+.1f} off its plan",
        goal=10,
    )


def bench_tray(results: Results, rest: float) -> None:
    """What is held in the tray, before all pages were open and after it."""
    from tests.benchmarks import visited_pages, wake_ups

    if wake_ups.missing():
        return
    found = visited_pages.measure(rest)
    for name, words in (("before", "before a window was open"), ("after", "after all pages")):
        alone = found[f"{name}, alone"] / 1e6
        more = f"{alone:.1f} MB with what others share"
        results.tell(f"memory in the tray (PSS), {words}", found[name] / 1e6, "MB", more)


def bench_all(results: Results) -> None:
    """Measure everything that takes less than ten minutes in all, on a slow machine."""
    from tests.benchmarks import sizes

    sizes.bench(results)
    bench_engines(results)
    bench_figures(results)
    bench_commands(results)
    bench_start_up(results)
    bench_log(results)
    bench_wake_ups(results)
    bench_tray(results, SHORT_REST_S)
    bench_player(results)
    bench_cues(results, "desk-2min-a-reset")


def bench_long(results: Results) -> None:
    """Measure ten minutes in the tray, two of rest after all pages, a session of half an hour."""
    bench_wake_ups(results, TEN_MINUTES_S)
    bench_tray(results, LONG_REST_S)
    bench_cues(results, "strength-30")


def main() -> None:
    """Run all of it, with `PEERS=1` other programs as well; with `long` what takes an hour."""
    is_long = sys.argv[1:] == ["long"]
    # As pip does where it installs: else each start may compile what was edited last.
    compileall.compile_dir(ROOT / "coreapp", quiet=2)
    results = Results()
    (bench_long if is_long else bench_all)(results)
    if os.environ.get("PEERS"):
        from tests.benchmarks import peers

        if is_long:
            peers.main(results, runs=0, stretch=TEN_MINUTES_S, rest=LONG_REST_S)
        else:
            peers.main(results)
    results.save()


if __name__ == "__main__":
    main()
