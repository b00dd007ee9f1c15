"""Pages come without what few visits ask for: it would stay in memory for as long as the program
runs, in the tray, too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coreapp.program.early_imports import MODULES

ROOT = Path(__file__).parents[2]

ASKED_FOR = (
    "coreapp.domain.day_preview",
    "coreapp.domain.sitting.simulation",
    "coreapp.services.merging",
    "coreapp.services.own_transfer",
    "coreapp.services.routine_editing",
    "coreapp.services.transfer",
    "coreapp.ui.dialogs.day_mark",
    "coreapp.ui.dialogs.import_preview",
    "coreapp.ui.dialogs.plan_entry",
    "coreapp.ui.dialogs.plan_move",
    "coreapp.ui.dialogs.programme_plan",
    "coreapp.ui.dialogs.time_correction",
    "coreapp.ui.drawing.export",
    "coreapp.ui.figure.saving",
    "coreapp.ui.pages.breaks.preview",
    "coreapp.ui.pages.routine_editor",
    "coreapp.ui.pages.settings.data_desk",
    "coreapp.ui.player.after_form",
    "coreapp.ui.player.player_window",
    "coreapp.ui.player.resume_offer",
    "coreapp.ui.printing.desk",
    "coreapp.ui.printing.exercise_sheet",
    "coreapp.ui.printing.routine_sheet",
)

BROUGHT_BY = (
    *MODULES.apart,
    *MODULES.pages,
    "coreapp.program.page_maker",
    "coreapp.program.session_stage",
    "coreapp.ui.pages.today.page",
)


@cache
def source_of(module: str) -> Path | None:
    """Return the file of a module of the program."""
    place = ROOT.joinpath(*module.split("."))
    found = (place.with_suffix(".py"), place / "__init__.py")
    return next((each for each in found if each.is_file()), None)


def at_once(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield what is imported with a module: not for types alone, and not within a function."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif isinstance(statement, ast.Try):
            yield from at_once(statement.body)


@cache
def imported_by(module: str) -> frozenset[str]:
    """Return which modules of the program one imports itself."""
    source = source_of(module)
    assert source is not None, f"there is no {module}"
    names: set[str] = set()
    for each in at_once(ast.parse(source.read_text("utf-8")).body):
        if isinstance(each, ast.ImportFrom):
            names |= {str(each.module), *(f"{each.module}.{name.name}" for name in each.names)}
        else:
            names |= {name.name for name in each.names}
    ours = {name for name in names if name.startswith("coreapp.")}
    return frozenset(name for name in ours if source_of(name) is not None)


def brought_by(module: str) -> set[str]:
    """Return all that comes with a module."""
    found, left = set[str](), [module]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += imported_by(name)
    return found


def test_a_page_comes_without_what_few_ask_for() -> None:
    # What comes at once is seen:
    assert "coreapp.ui.dialogs.plan_entry" in brought_by("coreapp.ui.dialogs.programme_plan")
    assert "coreapp.ui.navigation" in brought_by("coreapp.program.page_maker")

    brought = {page: brought_by(page).intersection(ASKED_FOR) for page in BROUGHT_BY}
    assert {page: found for page, found in brought.items() if found} == {}


def test_all_that_is_asked_for_is_there() -> None:
    assert not [name for name in ASKED_FOR if source_of(name) is None]
