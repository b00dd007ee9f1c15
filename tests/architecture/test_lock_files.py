"""The lock files name every package with its version and hashes, and no place to get it from."""

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
PROMISES = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-build.txt": GROUPS["build"],
    "requirements-dev.txt": PROJECT["project"]["dependencies"] + GROUPS["dev"],
}
ADDRESSES = ("://", "--index", "--extra", "--find-links", "--trusted", " @ ", "git+")


def read(name):
    return (ROOT / "packaging" / name).read_text("utf-8")


def locked(name):
    """Return each locked package's requirement with the hashes that stand below it."""
    entries = read(name).replace("\\\n", " ").strip().splitlines()
    return {Requirement(entry.split("--hash")[0].strip()): entry for entry in entries}


@pytest.mark.parametrize("name", PROMISES)
def test_no_address_stands_in_a_lock_file(name):
    assert [address for address in ADDRESSES if address in read(name)] == []


@pytest.mark.parametrize("name", PROMISES)
def test_every_package_has_one_version_and_a_hash(name):
    entries = locked(name)

    assert len({canonicalize_name(requirement.name) for requirement in entries}) == len(entries)
    for requirement, entry in entries.items():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="]
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("name", PROMISES)
def test_lock_file_keeps_what_pyproject_asks_for(name):
    versions = {canonicalize_name(one.name): str(one.specifier)[2:] for one in locked(name)}
    for text in PROMISES[name]:
        wanted = Requirement(text)
        assert versions[canonicalize_name(wanted.name)] in wanted.specifier, text


def test_lock_files_agree_with_each_other():
    versions = {}
    for name in PROMISES:
        for requirement in locked(name):
            versions.setdefault(requirement.name, set()).add(str(requirement.specifier))

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
