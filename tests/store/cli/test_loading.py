"""A command loads what it needs, and nothing that takes half a second for nothing."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from corridor.cli.arguments import COMMANDS

# What each of these takes is told by `python -X importtime`.
HEAVY = {
    *("pandas", "numpy", "pyarrow", "duckdb", "deltalake"),
    *("scipy", "shapely", "pyproj"),
    *("plotly", "pydeck", "streamlit"),
}
RUN = """
import sys
from corridor.cli import main
try:
    main(sys.argv[1:])
finally:
    print("\\nLOADED", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(*words: str) -> set[str]:
    """Return the packages that a command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("words", [["--help"], ["history", "--help"], ["undo", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded(*words) & HEAVY == set()


def test_the_history_is_read_without_a_frame(tmp_path: Path) -> None:
    """Its store is made first, which only the engine and the log are needed for."""
    assert loaded("--data", str(tmp_path), "history") & HEAVY == {"duckdb", "deltalake"}


def test_figures_are_told_without_a_chart(tmp_path: Path) -> None:
    found = loaded("--data", str(tmp_path), "summary") & HEAVY
    assert "pandas" in found
    assert found & {"plotly", "pydeck", "streamlit"} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_function(name: str) -> None:
    module, _, function = COMMANDS[name].function.partition(".")
    assert callable(getattr(import_module(f"corridor.cli.{module}"), function))
