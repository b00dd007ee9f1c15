"""`backup` and `restore`."""

import pytest
from PySide6.QtCore import QLockFile

from tests.fakes.records import session


@pytest.fixture
def filled(database):
    with database.work() as work:
        work.sessions.add(session())
    database.close()
    return database


def test_a_copy_is_made_and_put_back(run, filled, tmp_path):
    made = run("backup", "--json", tmp_path / "copy.zip").json
    with filled.work() as work:
        work.sessions.delete(session().id)
    filled.close()

    restored = run("restore", "--json", tmp_path / "copy.zip").json

    assert (made["files"], restored["files"]) == (1, 1)
    assert made["bytes"] == (tmp_path / "copy.zip").stat().st_size
    assert [each["id"] for each in run("log", "--json").json] == [session().id]


def test_restoring_can_be_undone(run, filled, tmp_path):
    run("backup", tmp_path / "copy.zip")
    with filled.work() as work:
        work.sessions.delete(session().id)
    filled.close()
    before = run("restore", "--json", tmp_path / "copy.zip").json["before"]

    assert run("restore", before).code == 0

    assert run("log", "--json").json == []


def test_people_are_told_where_it_is(run, filled, coreapp_home):
    made = run("backup")
    (copy,) = (coreapp_home / "backups").iterdir()
    restored = run("restore", copy)

    assert made.out == f"{copy}: a safety copy of 1 file.\n"
    assert restored.out.startswith("Everything is as it was on ")
    assert "before-restore.zip" in restored.out


def test_while_the_program_runs_only_copies_are_made(run, filled, coreapp_home, tmp_path):
    lock = QLockFile(str(coreapp_home / "running.lock"))
    assert lock.tryLock(0)

    assert run("backup", tmp_path / "copy.zip").code == 0
    said = run("restore", tmp_path / "copy.zip").failed()

    lock.unlock()
    assert said == "Coreapp is running. Quit it first; nothing was changed."
    assert not (coreapp_home / "backups").exists()


def test_what_is_no_copy_is_refused_in_one_line(run, filled, tmp_path):
    (tmp_path / "other.zip").write_text("hello")

    assert "safety copy" in run("restore", tmp_path / "other.zip").failed()
    assert "No such file" in run("restore", tmp_path / "none.zip").failed()
    assert "ends in .zip" in run("backup", tmp_path / "copy.json").failed()
    assert run("restore").failed(2)


def test_a_log_in_another_kind_of_database_is_not_copied(run, monkeypatch):
    monkeypatch.setenv("COREAPP_DATABASE_URL", "postgresql://somebody@nowhere/log")

    assert "COREAPP_DATABASE_URL" in run("backup").failed()
