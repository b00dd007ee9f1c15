"""`python -m coreapp` and the `coreapp` command."""

import sys

from coreapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
