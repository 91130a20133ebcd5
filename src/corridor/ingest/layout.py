"""What a source layout is: the columns it must have and how its text becomes ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Layout:
    """One shape of file. `convert` maps its text cells to text cells of `schema.INCIDENT`.

    `required` are the plain column names without which it cannot be read, `known` all that
    are understood or knowingly left out. `origin` gives, for a codebook column, the file's
    column that a problem is reported under. `remedies` replace the usual remedy of a column.
    `names_unknown` says that a column outside `known` is worth a warning; `advice` is given
    when required columns are missing.
    """

    name: str
    title: str
    required: tuple[str, ...]
    known: frozenset[str]
    convert: Callable[[pd.DataFrame], pd.DataFrame]
    origin: Mapping[str, str] = field(default_factory=dict)
    remedies: Mapping[str, str] = field(default_factory=dict)
    names_unknown: bool = False
    advice: str = "Download the template and use its column names."
