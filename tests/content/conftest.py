"""The shipped content, loaded once, and a way to break a copy of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from coreapp.content.loader import load_exercises, load_routines
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TRANSLATIONS = ASSETS.parent / "translations"

Breaking = Callable[[str, str, str], None]


@pytest.fixture(scope="session")
def exercises() -> dict[str, Exercise]:
    return load_exercises(ASSETS / "exercises")


@pytest.fixture(scope="session")
def routines(exercises: dict[str, Exercise]) -> dict[str, Routine]:
    return load_routines(ASSETS / "routines", exercises)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that may be broken."""
    copy = tmp_path / "assets"
    for folder in ("exercises", "routines", "guide"):
        shutil.copytree(ASSETS / folder, copy / folder)
    return copy


@pytest.fixture
def break_file(content: Path) -> Breaking:
    """Replace a text of one file, which has to hold it, by another."""

    def replace(file: str, old: str, new: str) -> None:
        path = content / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}, so nothing would be broken"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues, compiled; nobody changes them."""
    compiled = tmp_path_factory.mktemp("translations")
    for source in (TRANSLATIONS).glob("*/LC_MESSAGES/coreapp.po"):
        folder = compiled / source.parent.relative_to(TRANSLATIONS)
        folder.mkdir(parents=True)
        with source.open("rb") as po_file, (folder / "coreapp.mo").open("wb") as mo_file:
            write_mo(mo_file, read_po(po_file))
    return compiled
