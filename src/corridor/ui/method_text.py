"""The words of the Method page."""

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
        "The rates, baselines and verdicts come from one series, **UCDP GED 19.1**. It counts events "
        "with **at least one death**. Abductions, checkpoints without a death and wounded people are "
        "missing from it: that is much of what the report itself is about."
    ),
    (
        "It codes who fought and who was hurt, **not who began**. Explosions are not told apart from "
        "other fighting, so every event of two armed sides is “Armed clash”, every one-sided killing "
        "“Violence against civilians”."
    ),
    (
        "Silence is not peace. Outside a source’s coverage nothing is known, and this product says "
        "“unknown”. Inside it, a rise may be a rise of reporting: from mid-2017 to mid-2018 the share of "
        "corridor incidents reported by one news service, BBC Monitoring, grew from about a third to more "
        "than two thirds. Without them the spring of 2018 shows no rise (on how the media mix shapes event "
        "data: Eck 2012; Weidmann 2016)."
    ),
    (
        "Incidents gathered around the report, and whatever users upload, are shown and can be evidence. "
        "They **never enter a rate**: a claim is not tested on the cases that raised it."
    ),
    (
        "UCDP 19.1 was closed in 2019. “As of” a day replays events up to that day as they are known now, "
        "not as they were known then."
    ),
)

PRECISION: Final = (
    (
        "Where an incident is known only to the district, its district is shaded; to the governorate, it "
        "is counted at the governorate’s name; to a road or a range, it is listed. A centroid is never drawn "
        "as a dot. Precision follows UCDP: exact, near (about 25 km), district, governorate, line or area, "
        "country, sea or air."
    ),
    (
        "A province is the one whose boundary holds the point; where there is no usable point, the one the "
        "source reports. Distances to roads take precision 1–2 only and are good to 2–3 km, as the road "
        "lines are drawn for small scales. The crest of the Hamrin range is schematic, good to about 5 km."
    ),
    (
        "A period counts incidents by their first day. Deaths are reported counts: low, best, high. Unknown "
        "is unknown, never zero, and is counted beside the sum."
    ),
)

STATISTICS: Final = (
    (
        "A conclusion of the report is split into parts. Each part has an indicator with a **90 % interval** "
        "and two thresholds set beforehand as judgements, with the data of 2018 in view: from the claim up "
        "the claim holds, from the denial down its opposite does. The verdict follows from where the "
        "interval lies (two one-sided tests; Schuirmann 1987, Lakens 2017). Merely overlapping a threshold "
        "is never support: that would reward small data."
    ),
    (
        "Fewer than five incidents seen and fewer than five expected under the claim is **not enough data**; "
        "a comparison needs five on either side."
    ),
    (
        "Intervals: Wilson (1927) and Newcombe (1998) for shares and their differences, Clopper and Pearson "
        "(1934) where counts are tiny, exact Poisson for rates, and a quasi-Poisson model for the level "
        "against 2010–2011, since incidents come in clusters (McCullagh and Nelder 1989)."
    ),
    (
        "**Confidence** is a separate line: the weakest of six checks on how many incidents, how many "
        "independent sources, how well placed, how well dated, how far accounts conflict, and whether the "
        "verdict survives other thresholds or leaving out a source. Likelihood words follow ICD 203 (2015)."
    ),
)

WORDS: Final = (
    (
        "**Incident**: what ACLED and UCDP call an event. **Account**: one source’s version of it; several "
        "accounts of one incident count once. **Corridor**: Kirkuk, Salah al-Din and Diyala. **ISIS "
        "incident**: ISIS on either side; most are operations against it."
    ),
)
