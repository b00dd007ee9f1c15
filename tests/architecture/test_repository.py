"""Rules about the files themselves: size, licence, nothing of the machine they were written on."""

import re
import tomllib
from pathlib import Path

from tests.architecture.repository import ROOT, texts

LONGEST_SOURCE = 400
# Written in two halves, or this file would be the first to break the rule.
PACKAGE_HOSTS = ["pypi" + ".org", "python" + "hosted.org", "deb.debian" + ".org", "npm" + "js.org"]
MACHINE_PATHS = ["/ro" + "ot/", "/wo" + "rk/"]


def test_no_file_names_a_place_on_this_machine():
    places = {*MACHINE_PATHS, f"{ROOT}/", f"{Path.home()}/"}
    names_a_place = re.compile(rf"(?<![\w.*-])(?:{'|'.join(map(re.escape, places))})")
    # Most texts hold none of them, which is seen sooner than that none stands alone.
    held = {path: text for path, text in texts().items() if any(each in text for each in places)}

    assert {path for path, text in held.items() if names_a_place.search(text)} == set()


def test_no_file_names_a_package_registry():
    found = {path for path, text in texts().items() if any(host in text for host in PACKAGE_HOSTS)}

    assert found == set()


def test_sources_are_short_enough_to_read():
    sources = {path: text for path, text in texts().items() if path.suffix == ".py"}
    too_long = {path for path, text in sources.items() if text.count("\n") > LONGEST_SOURCE}

    assert Path("coreapp/__init__.py") in sources
    assert too_long == set()


def test_licence_is_the_gpl_and_everything_says_so():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    licence = (ROOT / "LICENSE").read_text("utf-8")

    assert project["license"] == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "Version 3, 29 June 2007" in licence
    assert licence.rstrip().endswith("<https://www.gnu.org/licenses/why-not-lgpl.html>.")
