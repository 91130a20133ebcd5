"""A systematic source of incidents: what it enters, how sentences name it, what it cannot show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from corridor import vocabulary
from corridor.packs.reading import read_pack
from corridor.packs.region import place_names, whole_years
from corridor.packs.table import Table
from corridor.words import later
from corridor.words import numbers as fmt

FILE: Final = "series.toml"
_MOST_OF_TEXT: Final = 1000
_RELEASE: Final = "{release}"
# "[ version {release}]" is left out where the release is not known.
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*\{release\}[^\[\]]*)\]")
_ROOM: Final = re.compile(r"[{}\[\]]")


@dataclass(frozen=True)
class Series:
    """A series as data; two of one slug are the same.

    `code` is the `source` of its accounts and its name in sentences, `title` its full name, `entry`
    what one entry of it is, `is_death_needed` whether an event enters only if somebody died,
    `definition` what it counts and leaves out. `places` are the governorates that it watches, none
    for the whole country. `continues` is the slug of the series whose provisional continuation it
    is, "" for none; `baseline` are whole years that its levels may be compared with, where it has
    any. `caveats` are paragraphs on what it cannot show, `as_of` is one on what its version means
    for the day up to which a report is judged: both for the page Method, ** marks what is strong.
    `reliability` is the letter of an Admiralty grade, F where nobody can judge it, for the
    `reliability_reason`. Texts are templates: `of_release` puts the version of a data set in.
    """

    slug: str
    code: str = field(compare=False)
    title: str = field(compare=False)
    entry: str = field(compare=False)
    is_death_needed: bool = field(compare=False)
    definition: str = field(compare=False)
    licence: str = field(compare=False)
    attribution: str = field(compare=False)
    url: str = field(compare=False)
    places: tuple[str, ...] = field(compare=False)
    continues: str = field(compare=False)
    baseline: tuple[date, date] | None = field(compare=False)
    caveats: tuple[str, ...] = field(compare=False)
    as_of: str = field(compare=False)
    reliability: str = field(compare=False)
    reliability_reason: str = field(compare=False)

    @property
    def is_provisional(self) -> bool:
        """Say whether its events are those that another series has not yet checked."""
        return bool(self.continues)


def of_release(text: str, release: str | None) -> str:
    """Return a text of a series for a version of its data set; None where that is not known."""
    told = _OPTIONAL.sub(lambda found: found[1] if release else "", text)
    return told.replace(_RELEASE, release or "")


def load_series(
    folder: Path,
    reference: Path,
    taken: Mapping[str, str] | None = None,
    known: tuple[str, ...] = (),
) -> Series:
    """Read a series from its folder; its places must be those of the reference geography.

    `taken` are the codes of other series with the slug of each, `known` the slugs of those that
    it may continue. PackError says what is wrong, where, and what to do.
    """
    table = read_pack(folder / FILE, later("series-place"))
    provinces, is_graded = place_names(reference), table.has("reliability")
    series = Series(
        slug=folder.name,
        code=table.text("code", most=40),
        title=_template(table, "title", most=300),
        entry=table.text("entry", most=200),
        is_death_needed=table.take("is_death_needed", bool),
        definition=_template(table, "definition", most=2000),
        licence=table.text("licence", most=300),
        attribution=_template(table, "attribution", most=_MOST_OF_TEXT),
        url=table.text("url", "", most=300),
        places=table.texts("places", (), most=len(provinces), known=provinces),
        continues=table.name("continues", [name for name in known if name != folder.name], ""),
        baseline=whole_years(table.table("baseline")) if table.has("baseline") else None,
        caveats=_templates(table, "caveats"),
        as_of=fmt.together(_template(table, "as_of", "", most=_MOST_OF_TEXT)),
        reliability=table.name(
            "reliability", vocabulary.SOURCE_RELIABILITY, vocabulary.UNJUDGED_SOURCE
        ),
        # A letter without a reason is an opinion.
        reliability_reason=fmt.together(
            table.text("reliability_reason", None if is_graded else "", most=_MOST_OF_TEXT)
        ),
    )
    other = {code.casefold(): slug for code, slug in (taken or {}).items()}.get(
        series.code.casefold()
    )
    if other:
        raise table.fail("series-same-code", "code", code=series.code, other=other)
    table.close()
    return series


def _templates(table: Table, key: str) -> tuple[str, ...]:
    texts = table.texts(key, (), most=20, most_of_each=_MOST_OF_TEXT)
    if not all(map(_is_template, texts)):
        raise table.fail("series-template", key, key=key)
    return tuple(map(fmt.together, texts))


def _template(table: Table, key: str, default: str | None = None, *, most: int) -> str:
    text = table.text(key, default, most=most)
    if not _is_template(text):
        raise table.fail("series-template", key, key=key)
    return text


def _is_template(text: str) -> bool:
    """Tell whether nothing but the version, and what is left out without it, is in brackets."""
    return _ROOM.search(_OPTIONAL.sub("", text)) is None
