### The page Method, and the plain lines that stand by technical words elsewhere.

method-kicker = Method
method-headline = What these numbers are, and what they cannot show
method-contents = Contents

## Chapters
method-gaps = What the data cannot show
method-sources = Sources
method-coverage = Coverage by year and province
method-precision = Places and dates
method-statistics = How verdicts are reached
method-words = Words
method-codebook = Codebook
method-versions = Versions

## What the data cannot show
method-silence = Silence is not peace. Where a source does not look, nothing is known, and this product says “unknown”. Where it does look, a rise may only be better reporting. { $reporting }(On how news coverage shapes such data: Eck 2012; Weidmann 2016.)
method-selected = Incidents collected because of the report, and everything that users upload, are shown and can be evidence. They **never enter an average or a verdict’s count**. A claim must not be tested on the cases that gave rise to it.

## Places and dates
method-how-drawn = An incident known only to its district shades the whole district. One known only to its province is counted at the province’s name. One on a road or a range is listed beside the map. The middle of an area is never drawn as a dot. The steps are UCDP’s: exact, near (about 25␣km), district, governorate, line or area, country, sea or air.
method-which-province = An incident belongs to the province in which its point lies. Without a usable point, it belongs to the one that the source names. Distances to roads are measured for exact and near places only, and are good to 2–3␣km, because the roads are drawn for small maps.{ $sketched }
method-which-period = An incident counts in the period of its first day. Deaths are as reported: lowest, best and highest count. Unknown is never zero; incidents with unknown deaths are counted beside the sum.

## How verdicts are reached
method-thresholds = Each conclusion of the report is split into parts that can be measured. Each part has a figure, the **range that the data allow** (a 90␣% interval) and two thresholds, set beforehand: at one or above, the report would be right; at the other or below, it would be wrong.{ $set } The verdict follows from where the range lies (two one-sided tests; Schuirmann 1987, Lakens 2017). A range that merely touches a threshold is never support: that would reward having little data.
method-few-incidents = Fewer than five incidents seen, and fewer than five expected if the report is right, is **not enough data**. A comparison needs five on either side.
method-intervals = Intervals: Wilson (1927) and Newcombe (1998) for shares and their differences, Clopper and Pearson (1934) for very small counts, exact Poisson for rates, and a quasi-Poisson model for the level against that of earlier years, since incidents come in clusters (McCullagh and Nelder 1989).
method-confidence = **Confidence** is stated apart from the verdict. It is as high as the weakest of six checks: how many incidents, how many independent sources, how well places are known, how well dates are known, how far accounts agree, and whether the verdict stands with other thresholds or without one source. Words for how likely something is follow ICD 203 (2015).

## Technical words, each with one plain line
word-account = Account
word-account-means = One source’s version of an incident. Several accounts of one incident count once.
word-armed-clash = Armed clash
word-armed-clash-means = Fighting between two armed sides. { $series } does not tell bombs from other fighting.
word-as-of = As of
word-as-of-means = The findings look at the year up to this day, with the events as we know them now.
word-attacks-on-civilians = Attacks on civilians
word-attacks-on-civilians-means = Killings by one armed side of people who did not fight.
word-average = Average
word-average-means = Incidents divided by the number of periods: what a usual month, say, had.
word-best-estimate = Best estimate
word-best-estimate-means = The number of deaths that the source thinks most likely.
word-confidence = Confidence
word-confidence-means = How far to rely on a verdict: as high as the weakest of six checks.
word-contradicted = Contradicted
word-contradicted-means = The whole range lies where the report would be wrong.
region-means = { $count ->
    [one] The province { $provinces }.
   *[other] The provinces { $provinces }.
}
word-coverage = Coverage
word-coverage-means = The places and days that a source claims to watch. Silence elsewhere is unknown.
word-evidence = Evidence
word-evidence-means = The incidents that speak for or against a conclusion.
word-grade = Grade
word-grade-means = How reliable the source and how believable its report: A1 is best, F6 cannot be judged.
word-incident = Incident
word-incident-means = One event at one place, in one spell of time. ACLED and UCDP say “event”.
word-isis-incident = ISIS incident
word-isis-incident-means = ISIS on either side. Most are operations against it.
word-killed = Killed
word-killed-means = Deaths on all sides, as reported. Unknown is never counted as zero.
word-moving-average = Moving average
word-moving-average-means = The average of the periods just before, drawn at each period: it smooths the bars.
word-not-enough-data = Not enough data
word-not-enough-data-means = Too few incidents, or a range so wide that it allows right and wrong.
word-not-supported = Not supported
word-not-supported-means = The range reaches down to where the report would be wrong, and not up to right.
word-partly-supported = Partly supported
word-partly-supported-means = The report is not wrong, but it is not clearly right throughout.
word-place-known = Place known
word-place-known-means = How exactly the place is known: exact, within 25␣km, district or province only.
word-range = Range (90␣%)
word-range-means = The values that the data allow. In 9 of 10 such cases the truth lies inside.
word-right-from = Right from
word-right-from-means = At this value or above, the report would be right. Set beforehand.
word-supported = Supported
word-supported-means = The whole range lies where the report would be right.
word-times-the-old-rate = Times the old rate
word-times-the-old-rate-means = Incidents a day in the last year, divided by those a day in the years that the report compares with.
word-wrong-up-to = Wrong up to
word-wrong-up-to-means = At this value or below, the report would be wrong. Set beforehand.

## Tables
method-word = Word
method-meaning = What it means
method-counts = What it counts
method-covers = Covers
method-used-for = Used for
method-licence = Licence, attribution
method-days-covered = { $first } – { $last }
method-no-coverage = no declared coverage
method-places-and-days = { $places }, { $days }
method-coverage-told = { $series }’s incidents by year and province. An empty cell is a year in which none was recorded. That is not the same as a quiet year: how well a place was reported on changed over the years.
method-coverage-caption = Incidents by year and province, counted by { $series }
method-codebook-told = Every field of the store; the same text as python -m corridor codebook.
method-show-codebook = Show the codebook
method-data-version = Data version
method-versions-told = The same numbers come from the command line: python -m corridor summary, findings.
method-what = What
method-version = Version
