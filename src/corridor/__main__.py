"""`python -m corridor`."""

import io
import sys

from corridor.cli import main

# Names are in Arabic too, and JSON is UTF-8, whatever the console or the pipe was set to.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")

sys.exit(main(sys.argv[1:]))
