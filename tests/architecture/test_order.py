"""What takes longest is begun first, in whatever order the rest is run."""

from types import SimpleNamespace

from tests import conftest


def test_they_are_there() -> None:
    assert [file.name for file in sorted(conftest.LONGEST) if not file.is_file()] == []


def test_they_come_first_and_the_rest_stays_in_its_order() -> None:
    long, short = min(conftest.LONGEST), conftest._HERE / "test_wording.py"
    items = [SimpleNamespace(path=path, name=name) for path, name in ((short, "b"), (long, "c"))]
    items.append(SimpleNamespace(path=short, name="a"))

    conftest.pytest_collection_modifyitems(items)

    assert [each.name for each in items] == ["c", "b", "a"]
