"""Databases and things to store in them."""

import pytest

from coreapp.storage.database import SqlDatabase
from tests.fakes.work import FakeDatabase


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "coreapp.db"


@pytest.fixture
def sql(path):
    database = SqlDatabase(path)
    yield database
    database.close()


@pytest.fixture(params=["fake", "sql"])
def database(request):
    """Each: what one promises, the other keeps."""
    return FakeDatabase() if request.param == "fake" else request.getfixturevalue("sql")
