"""Codes of the Global Terrorism Database and what they become here."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary

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
# Targets that fight: police, military, non-state militia, violent political party.
ARMED: Final = ("3", "4", "17", "22")
# Attacks whose type depends on whether the target fights.
_BY_TARGET: Final = ("1", "2", "8", "9")

_CIVILIANS: Final = {
    **dict.fromkeys(_BY_TARGET, (vocabulary.CIVILIANS_TYPE, "Attack")),
    "3": ("Explosions/Remote violence", ""),
    "4": (vocabulary.CIVILIANS_TYPE, ""),
    "5": (vocabulary.CIVILIANS_TYPE, ""),
    "6": (vocabulary.CIVILIANS_TYPE, "Abduction/forced disappearance"),
    "7": ("Strategic developments", "Looting/property destruction"),
}
_FIGHTERS: Final = _CIVILIANS | dict.fromkeys(_BY_TARGET, ("Battles", "Armed clash"))
# Attack code, followed by " armed" when the target fights, to event type and sub-event type.
EVENTS: Final = _CIVILIANS | {f"{code} armed": event for code, event in _FIGHTERS.items()}


def _numbers(names: tuple[str, ...]) -> dict[str, str]:
    return {name.lower(): str(number) for number, name in enumerate(names, 1)}


LISTS: Final = {
    "gtd_attack": _numbers(ATTACKS),
    "gtd_target": _numbers(TARGETS),
    "gtd_target_name": {str(number): name for number, name in enumerate(TARGETS, 1)},
    "gtd_type": {code: event for code, (event, _) in EVENTS.items()},
    "gtd_sub_type": {code: sub_event for code, (_, sub_event) in EVENTS.items()},
    "gtd_place": {"1": "1", "2": "3", "3": "3", "4": "4", "5": "6"},
}
