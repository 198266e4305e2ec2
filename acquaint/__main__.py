"""Let `python -m acquaint` be the command `acquaint`."""

from __future__ import annotations

from acquaint.project.main import main

if __name__ == "__main__":
    main()
