"""`make bench`: one figure a line, each the median of some runs, with the least and the most.

Nothing is judged here: machines differ. The figures of a release stand in the changelog.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]


def report(name: str, seconds: list[float]) -> None:
    """Print one figure."""
    middle, least, most = statistics.median(seconds), min(seconds), max(seconds)
    print(
        f"{name:44} {middle * 1000:9.1f} ms   ({least * 1000:.1f} to {most * 1000:.1f})", flush=True
    )


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
    """Return the environment of a program with a world of its own."""
    return {**os.environ, "COREAPP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def bench_start_up(runs: int = 7) -> None:
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
    report("first window, from process start", moments["window"][1:])
    report("log open, from process start", moments["log"][1:])


def bench_commands(runs: int = 5) -> None:
    """Time whole commands."""
    with tempfile.TemporaryDirectory() as home:
        for words in (["exercises"], ["timeline", "core-basics-runners"], ["log"]):
            command = [sys.executable, "-m", "coreapp", *words]

            def run(command: list[str] = command) -> None:
                subprocess.run(
                    command, cwd=ROOT, env=environment(home), check=True, capture_output=True
                )

            report(f"coreapp {' '.join(words)}", timed(run, runs))


def bench_engines() -> None:
    """Time what the two engines and the content take."""
    from coreapp.content.loader import load_exercises, load_routines
    from coreapp.domain.timeline import compile_timeline
    from tests.benchmarks.year_of_days import simulate_year

    exercises = load_exercises(ROOT / "assets" / "exercises")
    routines = load_routines(ROOT / "assets" / "routines", exercises)
    basics = routines["core-basics-runners"]
    simulate_year()
    report("a year of simulated days", [simulate_year()[0] for _ in range(3)])
    report(
        "exercises read and checked", timed(lambda: load_exercises(ROOT / "assets/exercises"), 9)
    )
    report("core-basics-runners compiled", timed(lambda: compile_timeline(basics, exercises), 99))


def bench_figures() -> None:
    """Time the figures; the first goal is 8 ms for a moving frame, the second 40 ms for a still."""
    from tests.benchmarks.figures import bench

    for name, seconds in bench().items():
        report(name, seconds)


def bench_log() -> None:
    """A year of log against ten years; goals: each page 100 ms, all of it 1.3 times at most."""
    from tests.benchmarks import log_pages

    log_pages.bench()


def bench_log_list() -> None:
    """Type a search into ten years of log, and scroll through them."""
    from tests.benchmarks import log_list

    log_list.bench()


def bench_wake_ups() -> None:
    """Rest in the tray; goals: less than one wake-up in 5 s of typing, in 10 s of absence."""
    from tests.benchmarks import wake_ups

    missing = wake_ups.missing()
    if missing:
        print(f"wake-ups are not measured: {' and '.join(missing)} not installed", flush=True)
        return
    found = wake_ups.measure()
    for state, each in found.items():
        switches = sum(each.threads.values())
        print(
            f"{f'wake-ups in the tray, {state}':44} {each.a_second:9.2f} /s   "
            f"(goal {wake_ups.GOALS[state]:.2f}; taken for {each.seen}; {switches} switches "
            f"in {each.seconds:.0f} s, {each.cpu_seconds * 1000:.0f} ms of processor time)",
            flush=True,
        )
    print(wake_ups.as_json(found), flush=True)


def bench_player() -> None:
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
        print(
            f"{f'player, {routine}':44} {found['a_second']:9.1f} /s   "
            f"({found['core_percent']:.0f} % of a core; painting "
            f"{found['paint_median_ms']:.1f} ms, "
            f"99th of 100 {found['paint_p99_ms']:.1f}; from one to the next 99th of 100 "
            f"{found['gap_p99_ms']:.1f})",
            flush=True,
        )


def bench_cues(routine: str) -> None:
    """Play a routine on the real clock while every core is busy; goal: 10 ms for 99 of 100 cues."""
    from tests.benchmarks.cue_times import measure

    found = measure(routine)
    print(
        f"{f'cues of {routine}, all cores busy':44} {found['p99']:9.1f} ms   "
        f"(99th of 100; median {found['median']:.1f}, latest {found['most']:.1f}, "
        f"{found['cues']:.0f} cues; end {found['end']:+.1f} off its plan)",
        flush=True,
    )


def main() -> None:
    """Run all of it, with `PEERS=1` other programs as well; with `long` what takes half an hour."""
    if sys.argv[1:] == ["long"]:
        bench_cues("strength-30")
        return
    bench_engines()
    bench_figures()
    bench_commands()
    bench_start_up()
    bench_log()
    bench_log_list()
    bench_wake_ups()
    bench_player()
    bench_cues("desk-2min-a-reset")
    if os.environ.get("PEERS"):
        from tests.benchmarks import peers

        peers.main()


if __name__ == "__main__":
    main()
