"""Databases and things to store in them."""

import pytest
from sqlalchemy import delete

from coreapp.services import merging
from coreapp.storage.database import SqlDatabase
from coreapp.storage.repositories import batching
from coreapp.storage.tables import Base
from tests.fakes.work import FakeDatabase
from tests.storage.files import begin_with_empty_log


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "coreapp.db"


@pytest.fixture
def sql(path):
    """The real one, with an empty log."""
    begin_with_empty_log(path)
    database = SqlDatabase(path)
    yield database
    database.close()


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A real one that stays open, with what its library has made of statements."""
    path = tmp_path_factory.mktemp("opened") / "data" / "coreapp.db"
    begin_with_empty_log(path)
    database = SqlDatabase(path)
    yield database
    database.close()


@pytest.fixture
def emptied(opened):
    """The open one, with nothing in it."""
    with opened.work() as work:
        for table in reversed(Base.metadata.sorted_tables):
            work.sessions._session.execute(delete(table))
    return opened


@pytest.fixture(params=["fake", "sql"])
def database(request):
    """Each: what one promises, the other keeps."""
    return FakeDatabase() if request.param == "fake" else request.getfixturevalue("emptied")


@pytest.fixture
def small_batches(monkeypatch):
    """Five records are as many as a statement takes: a dozen are many."""
    monkeypatch.setattr(batching, "AT_ONCE", 5)
    monkeypatch.setattr(merging, "_AT_ONCE", 5)
