"""What the program holds in the tray after every page was open once, and the window closed again.

    python -m tests.benchmarks.visited_pages [SECONDS OF REST]

The real program on an X server and a bus of its own, as `make soak` compares it with Safe Eyes.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from coreapp.desktop.light_start import import_qt, put_off_searches

ROOT: Final = Path(__file__).parents[2]
REST_S: Final = 120.0


def measure(rest: float = REST_S) -> dict[str, float]:
    """Return the memory (PSS, in bytes) before the visits, and after them and a rest."""
    from tests.benchmarks.desk import private_desk  # it imports pytest, which is not measured

    with private_desk() as environment, tempfile.TemporaryDirectory() as home:
        # Else the window would open with the first start, and no page.
        Path(home, "settings.json").write_text("{}", encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.visited_pages", "--here", str(rest)],
            cwd=ROOT,
            env=environment | {"HOME": home, "COREAPP_HOME": home, "XDG_RUNTIME_DIR": home},
            check=True,
            capture_output=True,
            text=True,
        )
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _run(rest: float) -> int:
    put_off_searches()
    import_qt()
    from tests.benchmarks.visiting_program import run

    return run(rest)


if __name__ == "__main__":
    if "--here" in sys.argv:
        sys.exit(_run(float(sys.argv[-1])))
    print(json.dumps(measure(*(float(each) for each in sys.argv[1:2]))))
