"""The lock files name every package with its version and hashes, and no place to get it from."""

import tomllib

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


def test_no_address_stands_in_a_lock_file():
    found = [(name, each) for name in PROMISES for each in ADDRESSES if each in read(name)]

    assert found == []


def test_every_package_has_one_version_and_a_hash():
    for name in PROMISES:
        entries = locked(name)

        assert len({canonicalize_name(each.name) for each in entries}) == len(entries), name
        for requirement, entry in entries.items():
            assert [specifier.operator for specifier in requirement.specifier] == ["=="], entry
            assert "--hash=sha256:" in entry, entry


def test_lock_file_keeps_what_pyproject_asks_for():
    for name, promised in PROMISES.items():
        versions = {canonicalize_name(one.name): str(one.specifier)[2:] for one in locked(name)}
        for text in promised:
            wanted = Requirement(text)
            assert versions[canonicalize_name(wanted.name)] in wanted.specifier, (name, text)


def test_lock_files_agree_with_each_other():
    versions = {}
    for name in PROMISES:
        for requirement in locked(name):
            versions.setdefault(requirement.name, set()).add(str(requirement.specifier))

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
