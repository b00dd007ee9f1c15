"""`python -m coreapp` and the `coreapp` command."""

import sys

from coreapp.desktop.light_start import put_off_searches


def main() -> int:
    """Run one command and return its exit code."""
    put_off_searches()
    from coreapp.cli import main as run  # noqa: PLC0415  its imports are most of the start

    return run()


if __name__ == "__main__":
    sys.exit(main())
