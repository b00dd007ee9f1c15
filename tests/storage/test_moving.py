"""Many files replaced at once."""

from pathlib import Path

import pytest

from coreapp.storage.moving import replace_all


class Folder:
    """A folder with two files; the third is to come."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.old = [path / "a", path / "b", path / "never"]
        self.new = {path / "b": lambda: b"new b", path / "inner" / "c": lambda: b"new c"}
        (path / "a").write_bytes(b"old a")
        (path / "b").write_bytes(b"old b")

    def files(self) -> dict[str, bytes]:
        found = (each for each in self.path.rglob("*") if each.is_file())
        return {str(each.relative_to(self.path)): each.read_bytes() for each in found}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_old_ones_go_and_new_ones_come(folder):
    replace_all(folder.old, folder.new)

    assert folder.files() == {"b": b"new b", "inner/c": b"new c"}


def test_after_a_failure_all_is_as_it_was(folder, monkeypatch):
    before = folder.files()
    replace = Path.replace
    for moves in range(4):
        done = []

        def fail(self, target, done=done, moves=moves):
            if len(done) == moves:
                done.append("failed")
                raise OSError("the disk has gone")
            done.append(target)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(OSError, match="gone"):
            replace_all(folder.old, folder.new)

        assert folder.files() == before, f"after {moves} moves"


def test_without_room_for_the_new_nothing_is_moved(folder):
    before = folder.files()

    def full() -> bytes:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        replace_all(folder.old, {**folder.new, folder.path / "d": full})

    assert folder.files() == before
