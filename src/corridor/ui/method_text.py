"""The words of the Method page, and the plain lines that stand by technical words elsewhere."""

from __future__ import annotations

from typing import Final

CONTENTS: Final = {
    "gaps": "What the data cannot show",
    "sources": "Sources",
    "coverage": "Coverage by year and province",
    "precision": "Places and dates",
    "statistics": "How verdicts are reached",
    "words": "Words",
    "codebook": "Codebook",
    "versions": "Versions",
}

CANNOT_SHOW: Final = (
    (
        "All rates, comparisons and verdicts come from one source, **UCDP GED 19.1**. It counts events with "
        "**at least one death**. Abductions, checkpoints where nobody died and people who were wounded are "
        "not in it. Much of what the report describes is of that kind."
    ),
    (
        "UCDP records who fought and who was hurt, **not who started it**. It does not tell explosions from "
        "other fighting. Every event between two armed sides is an “Armed clash” here; every killing by one "
        "side alone is “Violence against civilians”."
    ),
    (
        "Silence is not peace. Where a source does not look, nothing is known, and this product says "
        "“unknown”. Where it does look, a rise may only be better reporting. From mid-2017 to mid-2018 one "
        "news service, BBC Monitoring, went from a third of the corridor’s incidents to more than two thirds. "
        "Without its reports the spring of 2018 shows no rise. (On how news coverage shapes such data: Eck "
        "2012; Weidmann 2016.)"
    ),
    (
        "Incidents collected because of the report, and everything that users upload, are shown and can be "
        "evidence. They **never enter an average or a verdict’s count**. A claim must not be "
        "tested on the cases that gave rise to it."
    ),
    (
        "UCDP 19.1 was closed in 2019. “As of” a day means: the events up to that day, as we know them now. "
        "It does not mean what was known on that day."
    ),
)

PRECISION: Final = (
    (
        "An incident known only to its district shades the whole district. One known only to its province is "
        "counted at the province’s name. One on a road or a range is listed beside the map. The middle of an "
        "area is never drawn as a dot. The steps are UCDP’s: exact, near (about 25\u00a0km), district, "
        "governorate, line or area, country, sea or air."
    ),
    (
        "An incident belongs to the province in which its point lies. Without a usable point, it belongs to "
        "the one that the source names. Distances to roads are measured for exact and near places only, and "
        "are good to 2–3\u00a0km, because the roads are drawn for small maps. The crest of the Hamrin range is "
        "sketched, good to about 5\u00a0km."
    ),
    (
        "An incident counts in the period of its first day. Deaths are as reported: lowest, best and highest "
        "count. Unknown is never zero; incidents with unknown deaths are counted beside the sum."
    ),
)

STATISTICS: Final = (
    (
        "Each conclusion of the report is split into parts that can be measured. Each part has a figure, the "
        "**range that the data allow** (a 90\u00a0% interval) and two thresholds, set "
        "beforehand: at one or above, the report would be right; at the other or below, it would "
        "be wrong. The thresholds are judgements, made with "
        "the data of 2018 in view. The verdict follows from where the range lies (two one-sided tests; "
        "Schuirmann 1987, Lakens 2017). A range that merely touches a threshold is never "
        "support: that would "
        "reward having little data."
    ),
    (
        "Fewer than five incidents seen, and fewer than five expected if the report is right, is **not "
        "enough data**. A comparison needs five on either side."
    ),
    (
        "Intervals: Wilson (1927) and Newcombe (1998) for shares and their differences, Clopper and Pearson "
        "(1934) for very small counts, exact Poisson for rates, and a quasi-Poisson model for the level "
        "against 2010–2011, since incidents come in clusters (McCullagh and Nelder 1989)."
    ),
    (
        "**Confidence** is stated apart from the verdict. It is as high as the weakest of six "
        "checks: how many "
        "incidents, how many independent sources, how well places are known, how well dates are known, how "
        "far accounts agree, and whether the verdict stands with other thresholds or without one "
        "source. Words "
        "for how likely something is follow ICD 203 (2015)."
    ),
)

# One plain line for each technical word: on Method, and on hover where the word stands.
TERMS: Final = {
    "Account": "One source’s version of an incident. Several accounts of one incident count once.",
    "Armed clash": "Fighting between two armed sides. UCDP does not tell bombs from other fighting.",
    "As of": "The findings look at the year up to this day, with the events as we know them now.",
    "Attacks on civilians": "Killings by one armed side of people who did not fight.",
    "Average": "Incidents divided by the number of periods: what a usual month, say, had.",
    "Best estimate": "The number of deaths that the source thinks most likely.",
    "Confidence": "How far to rely on a verdict: as high as the weakest of six checks.",
    "Contradicted": "The whole range lies where the report would be wrong.",
    "Corridor": "The provinces Kirkuk, Salah al-Din and Diyala.",
    "Coverage": "The places and days that a source claims to watch. Silence elsewhere is unknown.",
    "Evidence": "The incidents that speak for or against a conclusion.",
    "Grade": "How reliable the source and how believable its report: A1 is best, F6 cannot be judged.",
    "Incident": "One event at one place, in one spell of time. ACLED and UCDP say “event”.",
    "ISIS incident": "ISIS on either side. Most are operations against it.",
    "Killed": "Deaths on all sides, as reported. Unknown is never counted as zero.",
    "Moving average": "The average of the periods just before, drawn at each period: it smooths the bars.",
    "Not enough data": "Too few incidents, or a range so wide that it allows right and wrong.",
    "Not supported": "The range reaches down to where the report would be wrong, and not up to right.",
    "Partly supported": "The report is not wrong, but it is not clearly right throughout.",
    "Place known": "How exactly the place is known: exact, within 25\u00a0km, district or province only.",
    "Range (90\u00a0%)": "The values that the data allow. In 9 of 10 such cases the truth lies inside.",
    "Right from": "At this value or above, the report would be right. Set beforehand.",
    "Supported": "The whole range lies where the report would be right.",
    "Times the old rate": "Incidents a day in the last year, divided by those a day in 2010–2011.",
    "Wrong up to": "At this value or below, the report would be wrong. Set beforehand.",
}
