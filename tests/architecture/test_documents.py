"""What is written for people about the project: links lead somewhere, one page is one page."""

import re

from PySide6.QtGui import QImage

from coreapp.services.about import LICENCES
from tests.architecture.repository import ROOT, files

ONE_PAGE = 80
MOST_BYTES = 1_500_000
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
NAMED_FILE = re.compile(r"`((?:assets|coreapp|docs|packaging|tests|translations)/[\w./-]+\.\w+)`")
PLACEHOLDER = re.compile(r"\b(?:NAME|XX)\b")
"""What a reader puts a name of theirs into."""


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_links_lead_to_files_that_a_clone_has():
    known = set(files())
    missing = {}
    for document in (path for path in known if path.suffix == ".md"):
        linked = {each for each in LINK.findall(document.read_text("utf-8")) if "://" not in each}
        dead = {each for each in linked if (document.parent / each).resolve() not in known}
        if dead:
            missing[document.relative_to(ROOT)] = dead

    assert ROOT / "README.md" in known
    assert missing == {}


def test_files_that_are_named_are_there():
    pages = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
    named = [(page, each) for page in pages for each in NAMED_FILE.findall(text(page))]
    meant = [(page, each) for page, each in named if not PLACEHOLDER.search(each)]

    assert meant
    assert [(page, each) for page, each in meant if not (ROOT / each).exists()] == []


def test_the_architecture_is_one_page_with_one_drawing():
    page = text("ARCHITECTURE.md")

    assert len(page.splitlines()) <= ONE_PAGE
    assert page.count("```") == 2
    for package in (path.name for path in (ROOT / "coreapp").iterdir() if path.is_dir()):
        if not package.startswith(("_", ".")):
            assert package in page
            assert f"## `{package}/`" in text("docs/modules.md")


def test_pictures_of_the_readme_are_small_and_all_are_shown():
    shown = {ROOT / each for each in LINK.findall(text("README.md")) if each.endswith(".png")}
    there = set((ROOT / "docs/pictures").glob("*.png"))

    assert shown == there
    assert sum(path.stat().st_size for path in there) < MOST_BYTES
    for path in there:
        assert QImage(str(path)).width() <= 960


def test_pictures_are_those_that_make_pictures_takes(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    from readme_pictures import SHOWN

    taken = {f"{name}.png" for names in SHOWN.values() for name in names}
    assert taken == {path.name for path in (ROOT / "docs/pictures").glob("*.png")}


def test_every_licence_is_listed_for_people():
    page = text("docs/licences.md")

    for name, licence in LICENCES.items():
        (line,) = (each for each in page.splitlines() if re.search(rf"\b{re.escape(name)}\b", each))
        assert licence in line
