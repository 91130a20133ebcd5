"""Coordinates as people write them: degrees and minutes, two in one cell, WKT, MGRS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from corridor import packs
from corridor.ingest.model.characters import plain_number

Axis = Literal["latitude", "longitude"]
Point = tuple[float, float]

_LONGEST: Final = 80
_MOST: Final = {"latitude": 90.0, "longitude": 180.0}
_LETTERS: Final = {"latitude": "NS", "longitude": "EW"}
# Signs that stand for degrees, minutes and seconds, and words for the letters.
_SIGNS: Final = str.maketrans({"º": "°", "˚": "°", "’": "'", "′": "'", "‘": "'", "´": "'", "`": "'",
                               "”": '"', "″": '"', "“": '"', "−": "-"})  # fmt: skip
_WORDS: Final = (
    (re.compile(r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b\.?\s*[:=]?", re.IGNORECASE), " "),
    (re.compile(r"\b(?:north|deg(?:rees)?|min(?:utes)?|sec(?:onds)?)\b", re.IGNORECASE), " "),
    (re.compile(r"\beast\b", re.IGNORECASE), "E"),
    (re.compile("\u064b"), ""),
    (re.compile(r"\bشمالا?\b|\bباکوور\b|\bش(?![^\W\d_])"), "N"),
    (re.compile(r"\bشرقا?\b|\bڕۆژهەڵات\b|\bق(?![^\W\d_])"), "E"),
)
_SMALL: Final = r"[0-9]{1,2}(?:\.[0-9]{1,12})?"
_DEGREES: Final = re.compile(
    r"(?P<first>[NSEWnsew])?\s*(?P<sign>-)?\s*(?P<degrees>[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*"
    r"(?P<mark>[°:dD\s-])?\s*"
    rf"(?:(?P<minutes>{_SMALL})\s*(?P<mark2>[':mM\s-])?\s*)?"
    rf"(?:(?P<seconds>{_SMALL})\s*(?P<mark3>\"|''|s)?\s*)?(?P<last>[NSEWnsew])?"
)
_NUMBER: Final = r"(-?[0-9]{1,3}(?:\.[0-9]{1,15})?)"
_WKT: Final = re.compile(
    rf"(?:SRID\s*=\s*4326\s*;\s*)?POINT\s*Z?M?\s*\(\s*{_NUMBER}\s+{_NUMBER}(?:\s+-?[0-9.]+){{0,2}}\s*\)",
    re.IGNORECASE,
)
_MGRS: Final = re.compile(
    r"([0-9]{1,2}\s?[C-HJ-NP-X])\s?([A-HJ-NP-Z]{2})\s?([0-9]{1,5})\s?([0-9]{1,5})", re.IGNORECASE
)
_SPLITS: Final = (r"\s*[;/|]\s*", r",\s+", r"\s*,\s*", r"(?<=[NSEWnsew])\s*(?=[0-9])", r"\s+")


def parse_degrees(text: str, axis: Axis) -> float | None:
    """Return a latitude or longitude in degrees; None when the text is none, or has no one meaning.

    Read are 35.1369, 35°08'13"N, N 35 08.22, 35-08-13N, 44°26′E: minutes and seconds need a sign
    or a letter of the heavens beside them.
    """
    plain = _plain(text) if len(text) <= _LONGEST else ""
    found = _DEGREES.fullmatch(plain.replace(",", ".") if plain.count(",") == 1 else plain)
    if found is None or not _is_of(found, axis):
        return None
    minutes, seconds = (float(found[name] or 0) for name in ("minutes", "seconds"))
    if minutes >= 60 or seconds >= 60 or ("." in found["degrees"] and found["minutes"]):
        return None
    degrees = float(found["degrees"]) + minutes / 60 + seconds / 3600
    is_minus = bool(found["sign"]) or (found["first"] or found["last"] or "").upper() in {"S", "W"}
    return None if degrees > _MOST[axis] else round(-degrees if is_minus else degrees, 9)


def _is_of(found: re.Match[str], axis: Axis) -> bool:
    letters = [letter.upper() for letter in (found["first"], found["last"]) if letter]
    if len(letters) == 2 or any(letter not in _LETTERS[axis] for letter in letters):
        return False
    is_marked = bool(letters) or any(
        (found[name] or " ").strip(" -") for name in ("mark", "mark2", "mark3")
    )
    return is_marked or not found["minutes"]


def parse_point(text: str) -> Point | None:
    """Return latitude and longitude of a cell that says both; None when it does not.

    Read are "35.1369, 44.4486", degrees with letters, POINT (44.4486 35.1369) and MGRS, of which
    the middle of the square is taken. Longitude may stand first where letters say so, or where
    only that lies in the country.
    """
    plain = _plain(text) if len(text) <= _LONGEST else ""
    if wkt := _WKT.fullmatch(plain):
        return _within(float(wkt[2]), float(wkt[1]))
    if grid := _MGRS.fullmatch(plain):
        return _of_grid(grid)
    return next(filter(None, map(_of_pair, _halves(plain.strip("()[]{} ")))), None)


def _plain(text: str) -> str:
    plain = plain_number(text.strip()).translate(_SIGNS)
    for word, letter in _WORDS:
        plain = word.sub(letter, plain)
    return " ".join(plain.split())


def _halves(text: str) -> Iterator[tuple[str, str]]:
    for split in _SPLITS:
        parts = re.split(split, text)
        if len(parts) == 2:
            yield parts[0], parts[1]
    words = text.split()
    if len(words) in (4, 6):  # 35 08 13 N 44 26 55 E has no other sign of its middle
        middle = len(words) // 2
        yield " ".join(words[:middle]), " ".join(words[middle:])


def _of_pair(pair: tuple[str, str]) -> Point | None:
    one, two = pair
    north, east = parse_degrees(one, "latitude"), parse_degrees(two, "longitude")
    turned = parse_degrees(two, "latitude"), parse_degrees(one, "longitude")
    if north is None or east is None or is_inside(*turned):
        north, east = turned
    return None if north is None or east is None else _within(north, east)


def is_inside(north: float | None, east: float | None) -> bool:
    """Say whether a point lies in the country or close to it."""
    if north is None or east is None:
        return False
    return packs.country().bounds.holds(east, north)


def _within(north: float, east: float) -> Point | None:
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def _of_grid(grid: re.Match[str]) -> Point | None:
    from pygeodesy import mgrs  # type: ignore[import-untyped]  # noqa: PLC0415  few files need it

    east, north = grid[3], grid[4]
    if " " not in grid[0][grid.start(3) - grid.start() :]:  # the digits stand in one piece
        digits = east + north
        if len(digits) % 2:
            return None
        east, north = digits[: len(digits) // 2], digits[len(digits) // 2 :]
    if len(east) != len(north):
        return None
    middle = [number + "5" + "0" * (4 - len(number)) if len(number) < 5 else number
              for number in (east, north)]  # fmt: skip
    square = f"{grid[1].replace(' ', '')}{grid[2]}{''.join(middle)}".upper()
    try:
        found = mgrs.parseMGRS(square).toLatLon()
    except ValueError:  # no such square
        return None
    return round(float(found.lat), 6), round(float(found.lon), 6)
