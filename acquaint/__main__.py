"""Let `python -m acquaint` be the command `acquaint`."""

from __future__ import annotations

import sys

from acquaint.cli.root import main

if __name__ == "__main__":
    sys.exit(main())
