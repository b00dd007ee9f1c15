"""What the program says of itself: every package it needs by its licence, and every source once."""

import re
import tomllib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from packaging.licenses import canonicalize_license_expression
from packaging.requirements import Requirement

from coreapp import __version__
from coreapp.content.programme_files import load_programmes
from coreapp.services.about import (
    LICENCES,
    OWN_LICENCE,
    in_one_sentence,
    licence_lines,
    parts,
    report_details,
    sources_of,
)
from tests.architecture.repository import ROOT
from tests.fakes.shipped import ASSETS, shipped_guide, shipped_library

SAID = {
    "MIT License": "MIT",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
}
"""What packages without an SPDX expression say."""

FITS_THE_GPL_3 = {"MIT", "MIT-0", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "LGPL-3.0-only"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def needed(name: str) -> frozenset[str]:
    """Return all that a package needs while it runs, without what only its extras need."""
    found: set[str] = set()
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            found |= {plain(requirement.name), *needed(requirement.name)}
    return frozenset(found)


def said_by(name: str) -> str:
    """Return the licence that an installed package gives itself, as an SPDX expression."""
    metadata = distribution(name).metadata
    if expression := metadata["License-Expression"]:
        return canonicalize_license_expression(expression)
    first = (metadata["License"] or "").strip().splitlines()[:1]
    return SAID.get(first[0], first[0]) if first else ""


def test_every_package_that_runs_is_named():
    named = {plain(name) for name in LICENCES}

    assert needed("coreapp") <= named


def test_every_locked_package_is_named_on_every_system():
    locked = (ROOT / "packaging/requirements.txt").read_text("utf-8")
    pinned = {plain(name) for name in re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)}

    assert pinned == {plain(name) for name in LICENCES}


def test_licences_are_those_that_the_packages_give_themselves():
    installed = [name for name in LICENCES if plain(name) in needed("coreapp")]
    others = {
        name: said
        for name in installed
        if LICENCES[name] not in (said := said_by(name)).split(" OR ")
    }

    assert len(installed) > 10, "others are for other systems"
    assert others == {}


def test_all_of_them_may_be_combined_with_ours():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert set(LICENCES.values()) <= FITS_THE_GPL_3
    assert project["license"] == OWN_LICENCE
    assert "version 3 or later" in licence_lines()[0]


def test_parts_are_told_with_the_versions_that_are_installed(monkeypatch):
    monkeypatch.setitem(LICENCES, "not-installed-anywhere", "MIT")
    versions = {part.name: part.version for part in parts()}

    assert versions["SQLAlchemy"] == distribution("SQLAlchemy").version
    assert "Python" in versions
    assert "not-installed-anywhere" not in versions


def test_every_source_is_named_once_and_none_is_lost():
    library, guide = shipped_library(), shipped_guide()
    exercises = {each.id: each for each in library.exercises}
    routines = {each.id for each in library.routines}
    programmes = load_programmes(ASSETS / "programmes", exercises, routines).values()
    found = sources_of(library.exercises, programmes, guide.articles)

    assert len(found.articles) == 5
    assert found.articles[0].endswith("Ursachen und Hilfe (de)")
    assert len(set(found.references)) == len(found.references) > 30
    assert list(found.references) == sorted(found.references, key=str.casefold)
    for text in (each for article in guide.articles for each in article.sources):
        known = (*found.articles, *found.references)
        assert any(each.split(" (")[0] in text for each in known), text


def test_details_have_the_versions_and_not_the_name_of_the_person():
    lines = report_details(Path.home() / "data" / "coreapp", {"Windows": "xcb"}).splitlines()

    assert f"Coreapp: {__version__}" in lines
    assert f"Data: {Path('~') / 'data' / 'coreapp'}" in lines
    assert "Windows: xcb" in lines
    assert not any(str(Path.home()) in line for line in lines)


def test_a_folder_elsewhere_is_told_as_it_is():
    elsewhere = Path("/nowhere/coreapp").absolute()

    assert f"Data: {elsewhere}" in report_details(elsewhere, {}).splitlines()


def test_it_is_one_sentence():
    assert in_one_sentence().count(".") == 1
