"""The entry of the frozen program: `editor.__main__`, by its full name."""

import sys

from editor.__main__ import main

sys.exit(main())
