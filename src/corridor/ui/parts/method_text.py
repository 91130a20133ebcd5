"""What stands on Method in which order, and the plain lines that explain technical words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from corridor import packs
from corridor.words import language, say
from corridor.words import numbers as fmt

# Anchors of the chapters, which the page's addresses carry, and the keys of their titles.
CONTENTS: Final = {
    "gaps": "method-gaps",
    "sources": "method-sources",
    "coverage": "method-coverage",
    "precision": "method-precision",
    "statistics": "method-statistics",
    "ahead": "method-ahead",
    "words": "method-words",
    "codebook": "method-codebook",
    "versions": "method-versions",
}
STATISTICS: Final = (
    "method-ways",
    "method-few-incidents",
    "method-intervals",
    "method-changes",
    "method-confidence",
)
AHEAD: Final = ("method-rules", "method-next-month", "method-where-next")
_WORDS: Final = (
    "account",
    "armed-clash",
    "as-of",
    "attacks-on-civilians",
    "average",
    "best-estimate",
    "confidence",
    "contradicted",
    "coverage",
    "evidence",
    "grade",
    "incident",
    "isis-incident",
    "killed",
    "more-than-claimed",
    "moving-average",
    "not-enough-data",
    "not-supported",
    "partly-supported",
    "place-known",
    "range",
    "right-from",
    "short-of-the-claim",
    "supported",
    "times-the-old-rate",
    "undecided",
    "wrong-up-to",
)


class _Terms(Mapping[str, str]):
    """One plain line for each technical word, in the language spoken now, in its alphabet."""

    def __getitem__(self, word: str) -> str:
        return _said(language().code)[word]

    def __iter__(self) -> Iterator[str]:
        return iter(_said(language().code))

    def __len__(self) -> int:
        return len(_said(language().code))


@cache
def _said(code: str) -> dict[str, str]:
    del code  # only the key: it is the language spoken now
    lines = {say(f"word-{name}"): say(f"word-{name}-means") for name in _WORDS}
    for region in packs.regions():
        provinces = fmt.sentence_list(region.provinces)
        means = say("region-means", count=len(region.provinces), provinces=provinces)
        lines |= {region.word: means} if region.word else {}
    return dict(sorted(lines.items(), key=lambda line: line[0].casefold()))


# On Method, and on hover where the word stands.
TERMS: Final = _Terms()
