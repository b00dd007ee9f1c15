"""Telling the running program what a command has changed, so that its pages show it."""

from coreapp.bootstrap import Services
from coreapp.services.changes import Change


def tell_changed(services: Services, *changes: Change) -> None:
    """Let the program that runs on this data folder, if one does, show what is different now."""
    folder = services.paths.data
    if not (folder / "running.lock").exists():
        return
    from coreapp.desktop.single_instance import (  # noqa: PLC0415  Qt only where one may run
        is_running,
        tell_running,
    )

    if is_running(folder):
        tell_running(folder, ["changed", *(each.value for each in changes)])
