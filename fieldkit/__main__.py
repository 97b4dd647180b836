"""`python -m fieldkit`: the same commands as `fieldkit`."""

from __future__ import annotations

from fieldkit.cli import main

if __name__ == "__main__":
    main()
