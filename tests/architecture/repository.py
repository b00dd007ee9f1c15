"""What belongs to the repository: the files that a clone has."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_FOLDERS = {"build", "dist", "__pycache__"}


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the repository; without git, every file that nothing has made."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if _belongs(path.relative_to(ROOT))]
    return tuple(path for path in paths if path.is_file())


@cache
def texts() -> dict[Path, str]:
    """Return the text of every file that is text, by its path below the top level."""
    found = {}
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data:
            found[path.relative_to(ROOT)] = data.decode("utf-8")
    return found


def _belongs(path: Path) -> bool:
    hidden = any(part.startswith(".") and part != ".ci" for part in path.parts)
    return not hidden and MADE_FOLDERS.isdisjoint(path.parts) and path.suffix != ".mo"
