"""Codes of the Armed Conflict Location & Event Data Project and what they become here."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary

# ACLED codebooks of 2015 (version 5), 2017 (version 8) and, for rebels, of before 2015; what the
# types became is told in ACLED's notice of March 2019. In small letters, dashes without blanks.
OLD_TYPES: Final = {
    "battle-no change of territory": "Battles",
    "battle-government regains territory": "Battles",
    "battle-non-state actor overtakes territory": "Battles",
    "battle-rebels overtake territory": "Battles",
    "remote violence": "Explosions/Remote violence",
    "headquarters or base established": "Strategic developments",
    "non-violent activity by a conflict actor": "Strategic developments",
    "non-violent transfer of territory": "Strategic developments",
    "strategic development": "Strategic developments",
}
OLD_SUB_TYPES: Final = {
    "battle-no change of territory": "Armed clash",
    "battle-government regains territory": "Government regains territory",
    "battle-non-state actor overtakes territory": "Non-state actor overtakes territory",
    "battle-rebels overtake territory": "Non-state actor overtakes territory",
    "headquarters or base established": "Headquarters or base established",
    "non-violent transfer of territory": "Non-violent transfer of territory",
}
# ACLED codebook, 2019 to 2024: six types, twenty-five sub-types. “protestors” stands in the
# codebook table of ACLED's own R package.
TYPES: Final = {name.lower(): name for name in vocabulary.EVENT_TYPES} | OLD_TYPES
SUB_TYPES: Final = {name.lower(): name for name in vocabulary.SUB_EVENT_TYPES} | {
    "excessive force against protestors": "Excessive force against protesters",
}

# ACLED codebook, 2017 to 2024: kinds of actor by their number, as exports have written them
# since 2024.
ACTOR_KINDS: Final = {
    1: "state forces",
    2: "rebel group",
    3: "political militia",
    4: "identity militia",
    5: "rioters",
    6: "protesters",
    7: "civilians",
    8: "external/other forces",
}
# The old type that is two types now: who demonstrates tells which.
OLD_BOTH: Final = "riots/protests"
_DEMONSTRATIONS: Final = {5: "Riots", 6: "Protests"}
# Every way to write a side that demonstrates.
DEMONSTRATORS: Final = {
    **{str(kind): event for kind, event in _DEMONSTRATIONS.items()},
    **{ACTOR_KINDS[kind]: event for kind, event in _DEMONSTRATIONS.items()},
    "protestors": "Protests",
}


def _interactions() -> dict[str, str]:
    """Return every interaction in which rioters or protesters take part, as number and in words.

    That of both (56) is left out: it does not tell which event it was.
    """
    found: dict[str, str] = {}
    for kind, event in _DEMONSTRATIONS.items():
        found |= dict.fromkeys((f"{kind}0", f"{ACTOR_KINDS[kind]} only", f"{kind}{kind}"), event)
        found[f"{ACTOR_KINDS[kind]}-{ACTOR_KINDS[kind]}"] = event
        for other in sorted(ACTOR_KINDS.keys() - _DEMONSTRATIONS.keys()):
            low, high = sorted((kind, other))
            pair = (f"{low}{high}", f"{ACTOR_KINDS[low]}-{ACTOR_KINDS[high]}")
            found |= dict.fromkeys(pair, event)
    return found


INTERACTIONS: Final = _interactions()

# ACLED codebook, 2017 to 2024: 1 a town, 2 near a town or a small part of a region, 3 a region.
GEO_PRECISIONS: Final = {"1": "1", "2": "2", "3": "4"}
# The same: 1 the day, 2 the week, 3 the month.
TIME_PRECISIONS: Final = {"1": "1", "2": "3", "3": "4"}

LISTS: Final = {
    "acled_type": TYPES,
    "acled_old_sub": OLD_SUB_TYPES,
    "acled_sub_type": SUB_TYPES,
    "acled_demonstrators": DEMONSTRATORS,
    "acled_interactions": INTERACTIONS,
    "acled_place": GEO_PRECISIONS,
    "acled_day": TIME_PRECISIONS,
}
