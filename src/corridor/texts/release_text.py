"""What a file of a series replaces and leaves out, the same on page and command line."""

from __future__ import annotations

from typing import Final

from corridor import queries
from corridor.ingest.review.releases import Release
from corridor.texts import as_text
from corridor.words import numbers as fmt
from corridor.words import say

MOST_LISTED: Final = 20


def headline(release: Release) -> str:
    """Say what the file is: "UCDP 25.1 covers 1 Jan 2019 – 31 Dec 2024, Iraq. …"."""
    covers = say(
        "release-covers",
        name=f"{release.source} {release.version}".strip(),
        days=fmt.days(release.covers.first, release.covers.last),
        places=release.covers.places,
    )
    return fmt.sentences(covers, say("release-held", held=release.held) if release.held else "")


def counts(release: Release, kept: frozenset[str]) -> str:
    """Say how many accounts are new, changed, unchanged and withdrawn."""
    return say(
        "release-counts",
        new=release.report.new,
        changed=release.report.updated,
        unchanged=release.report.duplicates,
        withdrawn=len(release.records(kept)),
    )


def withdrawn(release: Release, kept: frozenset[str]) -> list[tuple[str, str, str, str]]:
    """List the first of what is withdrawn, each as (id, days, place, people killed)."""
    rows = release.withdrawn[~release.withdrawn["incident_id"].isin(kept)].head(MOST_LISTED)
    return [
        (row["incident_id"], as_text.days(row), as_text.place(row), as_text.killed(row))
        for row in queries.rows_of(rows)
    ]


def lines(release: Release | None, kept: frozenset[str]) -> list[str]:
    """Say all of it, a line each; nothing of a file that is of no series."""
    if release is None:
        return []
    listed = withdrawn(release, kept)
    more = len(release.records(kept)) - len(listed)
    asked = list(map(str, release.questions()))
    return [
        headline(release),
        counts(release, kept),
        *(
            say("release-withdrawn", id=name, days=days, place=place, killed=killed)
            for name, days, place, killed in listed
        ),
        *([say("more-such-rows", count=more)] if more > 0 else []),
        *map(str, release.remarks()),
        *asked,
        *([say("release-say-so")] if asked else []),
    ]
