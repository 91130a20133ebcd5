"""The file of a pack, from its bytes to a table that can be taken apart."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from corridor.packs.lines import find_excess
from corridor.packs.table import PackError, Source, Table
from corridor.words import Message, later

MOST_KB: Final = 1000
_WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_pack(file: Path, place: Message) -> Table:
    """Return the table of a file (TOML in UTF-8); `place` is how errors name its top.

    PackError when there is no such file, when it is too large, or is not TOML.
    """
    source = Source(file, read_text(file))
    excess = find_excess(source.text)
    if excess is not None:
        raise source.fault(excess[1], excess[0])
    try:
        values = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(source, str(error)) from error
    return Table(values, source, place)


def read_text(file: Path) -> str:
    """Return the text of a file of a pack; PackError when it is too large or not UTF-8."""
    source = Source(file, "")
    try:
        if file.exists() and not file.is_file():
            raise source.fault(later("pack-no-file"))
        with file.open("rb") as opened:
            data = opened.read(MOST_KB * 1000 + 1)
        if len(data) > MOST_KB * 1000:
            raise source.fault(later("pack-too-large", most=MOST_KB))
        return data.decode("utf-8-sig")
    except OSError as error:
        what = later("pack-unreadable", error=error.strerror or str(error))
        raise source.fault(what) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise source.fault(later("pack-not-utf-8"), line) from error


def _syntax(source: Source, told: str) -> PackError:
    """Return the error that says where a text stops to be TOML, in tomllib's own words."""
    found = _WHERE.search(told)
    is_placed = found is not None and found[1] is not None
    line = int(found[1]) if found and is_placed else source.text.count("\n") + 1
    return source.fault(later("pack-not-toml", error=_WHERE.sub("", told)), line)
