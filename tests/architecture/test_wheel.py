"""An installed program has the assets and the compiled catalogues that a checkout has."""

import zipfile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.architecture.repository import ROOT


@pytest.fixture
def wheel(tmp_path):
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    return set(zipfile.ZipFile(path).namelist())


def test_wheel_holds_every_asset_and_every_compiled_catalogue(wheel):
    assets = [path for path in (ROOT / "assets").rglob("*") if path.is_file()]
    catalogues = [path.with_suffix(".mo") for path in ROOT.glob("translations/*/LC_MESSAGES/*.po")]
    data = {f"coreapp/_data/{path.relative_to(ROOT).as_posix()}" for path in assets + catalogues}

    assert assets
    assert {name for name in wheel if "/_data/" in name} == data


def test_wheel_holds_every_module_and_nothing_beside_the_program(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("coreapp/**/*.py")}

    assert {name for name in wheel if name.endswith(".py")} == modules
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"coreapp"}
