"""What takes longest is begun first, in whatever order the rest is run."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import conftest


def test_they_are_there() -> None:
    assert [file.name for file in sorted(conftest.LONGEST) if not file.is_file()] == []


def test_they_come_first_and_the_rest_stays_in_its_order() -> None:
    long, short = min(conftest.LONGEST), conftest._HERE / "test_wording.py"
    items = [SimpleNamespace(path=path, name=name) for path, name in ((short, "b"), (long, "c"))]
    items.append(SimpleNamespace(path=short, name="a"))

    conftest.pytest_collection_modifyitems(items)

    assert [each.name for each in items] == ["c", "b", "a"]


def test_whoever_collects_from_behind_has_the_same_order_in_the_end() -> None:
    files = [Path("a/test_b.py"), Path("a/test_c.py"), Path("test_d.py")]
    items = [SimpleNamespace(path=file, name=name) for file in files for name in "yx"]
    behind = [each for file in files[::-1] for each in items if each.path == file]

    conftest.put_in_one_order(behind)

    assert behind == items


def test_a_folder_from_behind_holds_the_same(request: pytest.FixtureRequest) -> None:
    folder = Path(__file__).parent
    plain = pytest.Dir.from_parent(request.session, path=folder)
    behind = conftest.FromBehind.from_parent(request.session, path=folder)

    names = [each.name for each in behind.collect()]
    assert Path(__file__).name in names
    assert names[::-1] == [each.name for each in plain.collect()]


def test_every_other_worker_collects_from_behind(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_from_behind(worker: str) -> bool:
        monkeypatch.setattr(request.config, "workerinput", {"workerid": worker}, raising=False)
        made = conftest.pytest_collect_directory(Path(__file__).parent, request.session)
        return made is not None

    workers = {"gw0": False, "gw1": True, "gw3": True}
    assert {worker: is_from_behind(worker) for worker in workers} == workers
    monkeypatch.delattr(request.config, "workerinput")
    assert conftest.pytest_collect_directory(Path(__file__).parent, request.session) is None
