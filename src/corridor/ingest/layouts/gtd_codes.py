"""Codes of the Global Terrorism Database and what they become here."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary

# GTD codebook (START, University of Maryland), 2015 to 2021: the nine attack types and the
# twenty-two target types by their numbers, named as in the data.
ATTACKS: Final = (
    "Assassination",
    "Armed Assault",
    "Bombing/Explosion",
    "Hijacking",
    "Hostage Taking (Barricade Incident)",
    "Hostage Taking (Kidnapping)",
    "Facility/Infrastructure Attack",
    "Unarmed Assault",
    "Unknown",
)
TARGETS: Final = (
    "Business",
    "Government (General)",
    "Police",
    "Military",
    "Abortion Related",
    "Airports & Aircraft",
    "Government (Diplomatic)",
    "Educational Institution",
    "Food or Water Supply",
    "Journalists & Media",
    "Maritime",
    "NGO",
    "Other",
    "Private Citizens & Property",
    "Religious Figures/Institutions",
    "Telecommunication",
    "Terrorists/Non-State Militia",
    "Tourists",
    "Transportation",
    "Unknown",
    "Utilities",
    "Violent Political Party",
)
# As the codebook heads their paragraphs; the data has the shorter names above.
_LONG_TARGETS: Final = {
    "maritime (includes ports and maritime facilities)": "11",
    "terrorists/non-state militias": "17",
    "transportation (other than aviation)": "19",
    "violent political parties": "22",
}
# Targets that fight: police, military, non-state militia, violent political party. Target 20
# (unknown) is not known to fight.
ARMED: Final = ("3", "4", "17", "22")
# Attacks whose type depends on whether the target fights.
BY_TARGET: Final = ("1", "2", "8", "9")
_OTHER_ATTACKS: Final = {
    "3": ("Explosions/Remote violence", ""),
    "4": (vocabulary.CIVILIANS_TYPE, ""),
    "5": (vocabulary.CIVILIANS_TYPE, ""),
    "6": (vocabulary.CIVILIANS_TYPE, "Abduction/forced disappearance"),
    "7": ("Strategic developments", "Looting/property destruction"),
}


def _events() -> dict[str, tuple[str, str]]:
    """Return event type and sub-event type by attack, followed by whether the target fights."""
    found = dict(_OTHER_ATTACKS)
    for side in ("armed", "unarmed"):
        found |= {f"{code} {side}": event for code, event in _OTHER_ATTACKS.items()}
    found |= {f"{code} armed": ("Battles", "Armed clash") for code in BY_TARGET}
    return found | {f"{code} unarmed": (vocabulary.CIVILIANS_TYPE, "Attack") for code in BY_TARGET}


EVENTS: Final = _events()

# The same codebook. specificity: the point is 1 the town's, 2 and 3 the middle of the smallest
# region known, 4 of the governorate; 5 none. vicinity 1: the incident was outside the town.
SPECIFICITY: Final = {"1": "1", "2": "3", "3": "3", "4": "4", "5": "6"}
PLACES: Final = (
    SPECIFICITY | {f"{code} near": rank for code, rank in SPECIFICITY.items()} | {"1 near": "2"}
)
VICINITIES: Final = {"": "", "0": "", "-9": "", "-99": "", "1": " near"}


def _numbers(names: tuple[str, ...]) -> dict[str, str]:
    return {name.lower(): str(number) for number, name in enumerate(names, 1)}


LISTS: Final = {
    "gtd_attack": _numbers(ATTACKS),
    "gtd_target": _numbers(TARGETS) | _LONG_TARGETS,
    "gtd_target_name": {str(number): name for number, name in enumerate(TARGETS, 1)},
    "gtd_side": {
        code: " armed" if code in ARMED else " unarmed" for code in _numbers(TARGETS).values()
    }
    | {"": ""},
    "gtd_type": {code: event for code, (event, _) in EVENTS.items()},
    "gtd_sub_type": {code: sub_event for code, (_, sub_event) in EVENTS.items()},
    "gtd_place": PLACES,
    "gtd_vicinity": VICINITIES,
}
