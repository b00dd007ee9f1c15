"""The files by which a Linux desktop knows the program."""

import configparser
import shutil
import subprocess
import tomllib
from xml.etree import ElementTree

import pytest

from coreapp.desktop.our_name import APP_ID
from tests.architecture.repository import ROOT

ENTRY = ROOT / "packaging/linux" / f"{APP_ID}.desktop"
METAINFO = ROOT / "packaging/linux" / f"{APP_ID}.metainfo.xml"
LANGUAGES = {"de", "nl"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_entry_starts_the_installed_command():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(ENTRY, "utf-8")
    desktop = entry["Desktop Entry"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert desktop["Exec"] in project["scripts"]
    assert desktop["Icon"] == APP_ID
    for key in ("GenericName", "Comment", "Keywords"):
        assert {f"{key}[{language}]" for language in LANGUAGES} <= desktop.keys()


def test_metainfo_belongs_to_the_entry_and_speaks_every_language():
    metainfo = ElementTree.parse(METAINFO).getroot()

    assert metainfo.findtext("id") == APP_ID
    assert metainfo.findtext("launchable") == ENTRY.name
    assert metainfo.findtext("project_license") == "GPL-3.0-or-later"
    assert {
        found for text in metainfo.iter("summary") if (found := text.get(XML_LANGUAGE))
    } == LANGUAGES


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed"
)
def test_entry_is_valid():
    outcome = subprocess.run(["desktop-file-validate", ENTRY], capture_output=True, check=False)

    assert (outcome.returncode, outcome.stdout) == (0, b"")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_metainfo_is_valid():
    command = ["appstreamcli", "validate", "--no-net", METAINFO]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout
