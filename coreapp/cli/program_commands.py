"""The commands that start or reach the program: the window, `play`, `example` and `tour`."""

from argparse import Namespace

from coreapp.bootstrap import Services
from coreapp.desktop.light_start import import_qt


def run_window(services: Services, command: Namespace) -> int:
    """Open the window, or bring the running program's to the front."""
    return _run(services, ["hide"] if command.hidden else ["show"], command)


def play(services: Services, command: Namespace) -> int:
    """Play a routine, in the window or here in the terminal."""
    routine = services.library.routine(command.routine)
    if command.terminal:
        from coreapp.cli.terminal_player import play_here  # noqa: PLC0415  only here

        return play_here(services, command)
    return _run(services, ["play", routine.id, str(command.speed)], command)


def example(services: Services, command: Namespace) -> int:
    """Open the window with made-up data, to look around."""
    import_qt()
    from coreapp.app import run_example  # noqa: PLC0415  Qt only where a window is wanted

    return run_example(services, language=command.language)


def tour(services: Services, command: Namespace) -> int:
    """Drive the real windows and save a picture of each."""
    from coreapp.cli.tour import run_tour  # noqa: PLC0415  Qt only where a window is wanted

    return run_tour(services, command)


def _run(services: Services, words: list[str], command: Namespace) -> int:
    import_qt()
    from coreapp.app import run  # noqa: PLC0415  Qt only where a window is wanted

    return run(services, words, language=command.language)
