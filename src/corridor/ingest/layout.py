"""What a source layout is: the columns it must have and how its text becomes ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corridor.ingest.statements import filled

# The file's plain column names to SQL for their cleaned text.
Cells = Mapping[str, str]
# Names of lists of codes to what each code stands for, both as text.
Codes = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Layout:
    """One shape of file. `convert` gives SQL for columns of `schema.INCIDENT` from the file's.

    `required` are the plain column names without which it cannot be read, `known` all that
    are understood or knowingly left out. `codes` are lists that `coded` looks up. `origin`
    gives, for a codebook column, the file's column that a problem is reported under.
    `remedies` replace the usual remedy of a column. `names_unknown` says that a column outside
    `known` is worth a warning; `advice` is given when required columns are missing.
    """

    name: str
    title: str
    required: tuple[str, ...]
    known: frozenset[str]
    convert: Callable[[Cells], dict[str, str]]
    codes: Codes = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    remedies: Mapping[str, str] = field(default_factory=dict)
    names_unknown: bool = False
    advice: str = "Download the template and use its column names."


def coded(codes: str, cell: str, otherwise: str | None = None) -> str:
    """Give SQL that looks a cell up in a list of codes; what is not in it stays as it is.

    `otherwise` is SQL for what is not in the list.
    """
    return filled("code", codes=codes, cell=cell, otherwise=otherwise or cell)
