"""What a search for a place found, in words."""

from __future__ import annotations

from corridor.answers import FoundPlaces
from corridor.answers.found_places import AROUND_KM
from corridor.filter.reading import read_place
from corridor.words import numbers as fmt
from corridor.words import say


def told(found: FoundPlaces) -> str:
    """Say which place `--near` takes, or why none, and what the incidents are that are counted."""
    read = read_place(found.asked)
    said = [read.refused or read.note or ""]
    if found.left_out:
        said.append(say("places-left-out", count=found.left_out))
    if any(each.incidents is not None for each in found.places):
        vague = max(each.too_vague for each in found.places)
        km = fmt.number(AROUND_KM)
        said.append(say("places-counted", km=km, series=found.series, vague=vague))
    return fmt.sentences(*said)
