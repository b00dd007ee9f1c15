"""Start the program as its command does; say when the first window is painted, and the log open."""

import sys

from coreapp.desktop.light_start import import_qt, put_off_searches


def main() -> int:
    """Run until the log is open."""
    put_off_searches()
    import_qt()
    from tests.benchmarks.painted_window import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
