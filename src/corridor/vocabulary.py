"""Closed lists, aliases and colours: the codes of Corridor Watch; `words` says what they mean.

Names follow the field: event types are ACLED's six, location precision is UCDP GED's
`where_prec`, date precision its `date_prec`. One ordered list serves store, filter,
command line and legend.
"""

from __future__ import annotations

import re
from typing import Final

# Stands for the governorate of an incident that is in none.
NOT_LOCATED: Final = "not located"
ISIS: Final = "IS"

# ACLED codebook: event types and the sub-events that this product uses.
EVENT_TYPES: Final = (
    "Battles",
    "Violence against civilians",
    "Explosions/Remote violence",
    "Riots",
    "Protests",
    "Strategic developments",
)
CIVILIANS_TYPE: Final = "Violence against civilians"
SUB_EVENT_TYPES: Final = {
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Armed clash": "Battles",
    "Excessive force against protesters": "Protests",
    "Protest with intervention": "Protests",
    "Peaceful protest": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}

ABDUCTION: Final = "Abduction/forced disappearance"
# How an attack is made, as people ask for it: ACLED's sub-event where it has one. An account may
# tell several; which words tell one is `data/tactics.toml`.
TACTICS: Final = (
    "Fake checkpoint",
    "Ambush",
    "Attack on a checkpoint",
    "Raid on a village",
    "Remote explosive/landmine/IED",
    "Car bomb",
    "Suicide bomb",
    "Grenade",
    "Shelling/artillery/missile attack",
    "Air/drone strike",
    "Chemical weapon",
    "Sniper",
    "Assassination",
    "Execution",
    ABDUCTION,
    "Arson of crops",
    "Attack on power lines",
    "Attack on oil or gas",
)

# UCDP GED where_prec 1-7, best first. A filter "at least" keeps smaller numbers.
GEO_PRECISIONS: Final = {
    1: "exact",
    2: "near",
    3: "district",
    4: "governorate",
    5: "line or area",
    6: "country",
    7: "sea or air",
}
# Up to this precision an incident has a mark of its own on the map.
DRAWN_PRECISION: Final = 3
NEAR_RADIUS_KM: Final = 25.0

# UCDP GED date_prec 1-5.
DATE_PRECISIONS: Final = {1: "day", 2: "2–6 days", 3: "week", 4: "month", 5: "year"}

# Admiralty / NATO grades (STANAG 2511): reliability of the source, credibility of the item. The
# last of each says that it cannot be judged: a class of its own, not the worst.
SOURCE_RELIABILITY: Final = tuple("ABCDEF")
INFORMATION_CREDIBILITY: Final = tuple("123456")
UNJUDGED_SOURCE: Final = SOURCE_RELIABILITY[-1]
UNJUDGED_ITEM: Final = INFORMATION_CREDIBILITY[-1]
# Grades that a filter can ask for, best first, and those that a slider stops at.
GRADES: Final = tuple(
    letter + number for letter in SOURCE_RELIABILITY[:-1] for number in INFORMATION_CREDIBILITY[:-1]
)
GRADE_STOPS: Final = ("E5", "D4", "C3", "B2", "A1")

# How the name of a news office begins -> its channel: spellings of one are one.
CHANNEL_STARTS: Final = {
    "bbc monitoring": "BBC Monitoring",
    "agence france": "Agence France Presse",
    "afp": "Agence France Presse",
    "reuters": "Reuters",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "airwars": "Airwars",
    "al jazeera": "Al Jazeera",
    "xinhua": "Xinhua",
    "hrw": "Human Rights Watch",
    "amnesty": "Amnesty International",
}

# What a source may be used for: counts, averages, comparisons and verdicts come from one series.
SOURCE_ROLES: Final = ("series", "selected", "upload")

# The pages, as addresses have them; the first is the one that opens.
PAGES: Final = ("overview", "timeline", "map", "findings", "incidents", "uploads", "method")

RECORD_KINDS: Final = ("account", "link", "judgement", "grade", "retraction", "source")
RULINGS: Final = ("supports", "contradicts", "not relevant")
# How well an item of evidence agrees with an explanation (Heuer 1999): very consistent, consistent,
# neither, inconsistent, very inconsistent. Each stands for so many points.
RATINGS: Final = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
# The ruling of a judgement that its person took back.
WITHDRAWN: Final = "withdrawn"

# Verdicts: glyph and the side of the claim they stand on (hue), see look and findings.
VERDICTS: Final = (
    "more than claimed",
    "supported",
    "partly supported",
    "short of the claim",
    "not supported",
    "contradicted",
    "undecided",
    "not enough data",
)

# How much there is in a place, and how that changed: see analysis.change.
LEVELS: Final = ("none", "few", "low", "moderate", "high")
CHANGES: Final = ("large increase", "moderate increase", "limited change", "large decrease")

ACTOR_ALIASES: Final = {
    "isis": ISIS,
    "isil": ISIS,
    "is": ISIS,
    "daesh": ISIS,
    "da'esh": ISIS,
    "islamic state": ISIS,
    "islamic state (iraq)": ISIS,
    "islamic state of iraq and the levant": ISIS,
    "islamic state of iraq and the levant (isil)": ISIS,
    "داعش": ISIS,
    "تنظيم داعش": ISIS,
    "الدولة الإسلامية": ISIS,
    "تنظيم الدولة": ISIS,
    "تنظيم الدولة الإسلامية": ISIS,
    "civilian": "Civilians",
    "civilians": "Civilians",
    "civilians (iraq)": "Civilians",
    "مدني": "Civilians",
    "مدنيون": "Civilians",
    "مدنيين": "Civilians",
    "المدنيون": "Civilians",
    # Nobody knows who: an unknown actor, not one of that name.
    **dict.fromkeys(("unknown", "مجهول", "مجهولة", "مجهولون", "مجهولين"), ""),
}

# Colours by meaning: (light, dark). Tests hold them against the theme and the style sheet.
COLOURS: Final = {
    "bg": ("#FAF9F6", "#12171C"),
    "card": ("#FFFFFF", "#1A2128"),
    "ink": ("#1B232C", "#E9E6DF"),
    "ink2": ("#4F5B66", "#AEB7BF"),
    "ink3": ("#66717C", "#8B96A0"),
    "line": ("#DDD9D0", "#2E3740"),
    "accent": ("#0B5D7A", "#6CC3DE"),
    "report": ("#B3122F", "#F2565F"),
    "land": ("#F3F0E8", "#1B2127"),
    "halo": ("#F6F3EC", "#161B20"),
    "water": ("#7FA9BF", "#3E6F8A"),
    "water_ink": ("#3F7690", "#7FB3CC"),
    "road": ("#A8977A", "#6F685A"),
    "boundary": ("#8C8474", "#6E7780"),
}
EVENT_TYPE_COLOURS: Final = {
    "Battles": ("#1F5A9E", "#5B9BE6"),
    "Violence against civilians": ("#B3122F", "#F2565F"),
    "Explosions/Remote violence": ("#C27A0E", "#F3BC4B"),
    "Riots": ("#9A6BC2", "#CDA9EE"),
    "Protests": ("#2B9187", "#7BDACB"),
    "Strategic developments": ("#4A535C", "#7C8791"),
}
VERDICT_COLOURS: Final = {
    "more than claimed": ("#4B3A8F", "#B7A8F5"),
    "supported": ("#4B3A8F", "#B7A8F5"),
    "partly supported": ("#4B3A8F", "#B7A8F5"),
    "short of the claim": ("#8A5200", "#E9AE5B"),
    "not supported": ("#8A5200", "#E9AE5B"),
    "contradicted": ("#8A5200", "#E9AE5B"),
    "undecided": ("#5C6873", "#9AA6B1"),
    "not enough data": ("#5C6873", "#9AA6B1"),
}


_IS: Final = re.compile(rf"\b{ISIS}\b")


def actor_name(raw: str) -> str:
    """Return the one name used for an actor, from any known spelling (others unchanged).

    "" for a word that says that the actor is not known.
    """
    return ACTOR_ALIASES.get(raw.strip().casefold(), raw.strip())


def actor_label(name: str) -> str:
    """Return an actor, or two with a dash between, as people read it: UCDP's IS is ISIS."""
    return _IS.sub("ISIS", name)


def precision_rank(label: str) -> int | None:
    """Give the rank (1 exact … 7 sea or air) of a precision label, None if it is not one."""
    return next((rank for rank, name in GEO_PRECISIONS.items() if name == label), None)
