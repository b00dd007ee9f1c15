"""An installed program has the assets and the compiled catalogues that a checkout has."""

import gettext
import importlib
import os
import zipfile
from io import BytesIO

from hatchling.builders.wheel import WheelBuilder

from tests.architecture.repository import ROOT

CATALOGUE = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Bridge"
msgstr "Brücke"
"""


def test_the_wheel_holds_every_module_asset_and_compiled_catalogue_and_nothing_else(tmp_path):
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    wheel = set(zipfile.ZipFile(path).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("coreapp/**/*.py")}
    assets = [path for path in (ROOT / "assets").rglob("*") if path.is_file()]
    catalogues = [path.with_suffix(".mo") for path in ROOT.glob("translations/*/LC_MESSAGES/*.po")]
    data = {f"coreapp/_data/{path.relative_to(ROOT).as_posix()}" for path in assets + catalogues}

    assert assets
    assert {name for name in wheel if "/_data/" in name} == data
    assert {name for name in wheel if name.endswith(".py")} == modules
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"coreapp"}


def test_a_catalogue_is_written_only_when_it_changes(tmp_path, monkeypatch):
    """Others read the compiled catalogues of a checkout while a wheel is built.

    With the date of today in them they changed every minute.
    """
    monkeypatch.syspath_prepend(ROOT / "packaging")
    hook = importlib.import_module("build_hook")
    folder = tmp_path / "translations/de/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "coreapp.po").write_text(CATALOGUE, "utf-8")

    (compiled,) = hook.compile_catalogues(tmp_path)
    content = compiled.read_bytes()
    header = gettext.GNUTranslations(BytesIO(content)).info()
    assert header["pot-creation-date"] == "1970-01-01 00:00+0000"
    assert header["po-revision-date"].startswith("YEAR-")

    os.utime(compiled, (0, 0))
    hook.compile_catalogues(tmp_path)
    assert compiled.stat().st_mtime == 0

    compiled.write_bytes(b"an older one")
    hook.compile_catalogues(tmp_path)
    assert compiled.read_bytes() == content
