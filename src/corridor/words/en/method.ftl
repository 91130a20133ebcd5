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
method-ahead = What stands out, and what may come
method-words = Words
method-codebook = Codebook
method-versions = Versions

## What the data cannot show
method-silence = Silence is not peace. Where a source does not look, nothing is known, and this product says “unknown”. Where it does look, a rise may only be better reporting. { $reporting }(On how news coverage shapes such data: Eck 2012; Weidmann 2016.)
method-selected = Incidents collected because of the report, and everything that users upload, are shown and can be evidence. They **never enter an average or a verdict’s count**. A claim must not be tested on the cases that gave rise to it.

## Places and dates
method-how-drawn = An incident known only to its district shades the whole district. One known only to its province is counted at the province’s name. One on a road or a range is listed beside the map. The middle of an area is never drawn as a dot. The steps are UCDP’s: exact, near (about 25␣km), district, governorate, line or area, country, sea or air.
method-which-province = An incident belongs to the province in which its point lies. Without a usable point, it belongs to the one that the source names. Distances to roads are measured for exact and near places only, and are good to 2–3␣km, because the roads are drawn for small maps.{ $sketched }
method-which-period = An incident counts in the period of its first day. Deaths are as reported: lowest, best and highest count. Unknown is never zero; incidents with unknown deaths are counted beside the sum. An incident that lasts over 31 days is counted whole on its first day, and figures that hold one say so. Where a source gives a low above its best count, or a high below it, sums take its best.

method-tactics = A **tactic** is what a column of the source says, or a listed word in the notes of an account: English, Arabic or Kurdish, and not where a word beside it says “foiled” or “accused”. Of 140 tactics that words found in 281 real texts, 134 were right; of 174 that a reader saw in them, the words found 134. Those texts are English: the Arabic and Kurdish words are not measured. Where no account has notes or a code of how, the tactic is **unknown**; of { $series } as shipped that is nearly every incident.

## How verdicts are reached
method-thresholds = Each conclusion of the report is split into parts that can be measured. Each part has a figure, the **range that the data allow** (a 90␣% interval) and two thresholds, set beforehand: at one or above, the report would be right; at the other or below, it would be wrong.{ $set } The verdict follows from where the range lies (two one-sided tests; Schuirmann 1987, Lakens 2017). A range that merely touches a threshold is never support: that would reward having little data. A claim may have an upper end: “back at the level” is not three times the level.
method-ways = **Ways of counting**: each part is counted again in other ways, one change at a time: another baseline year, whose acts, better placed incidents only, another interval, another window, a province less. The thresholds stay. The page Findings says in how many ways the verdict is the same (a specification curve; Simonsohn, Simmons and Nelson 2020). A conclusion that calls a place special is set beside the other districts of the region.
method-few-incidents = Fewer than five incidents seen, and fewer than five expected if the report is right, is **not enough data**; many incidents whose range still allows right and wrong are **undecided**. A comparison needs five on either side.
method-intervals = Incidents come in clusters, and a month resembles its neighbours: in the years on record they correlate by 0.3 to 0.7. Twelve such months say less than twelve strangers would. So the intervals are widened by how uneven the months are and how alike their neighbours, from both periods and the ten years before. The figure “if incidents came independently” leaves that out and is too narrow.
method-changes = **What changed** has two classes for each place, never one for both. Level: none, few (under five incidents), low, moderate (ten a year or more), high (1.5 a week or more). Change, against the days compared with: large increase (over 25␣%), moderate increase (10 to 25␣%), large decrease (over 25␣%), otherwise limited; limited too where two or fewer were to be expected and five or fewer happened. The steps are ACLED’s: of its Trendfinder, its Volatility and Risk Predictability Index and its Conflict Index. ACLED counts events without a death as well, so the same level means more here. Below five on either side there is no percentage. “May be chance”: if incidents came independently, a 90␣% interval of the ratio would still hold 1.
method-confidence = **Confidence** is stated apart from the verdict. It is as high as the weakest of six checks: how many incidents, how many independent sources, how well places are known, how well dates are known, how far accounts agree, and whether the verdict stands with other thresholds or without one source, where every side that is compared names its sources. Words for how likely something is follow ICD 203 (2015).

## What simulation says of the intervals
method-simulated = **How often the ranges hold the truth** was simulated with invented months, as uneven and as alike as those on record. A 90␣% interval should hold in 88 to 92 of 100; one that holds in fewer claims too much, one that holds in more is wider than it need be.
method-power = **What so few incidents can decide**, from the same invented months: how often a part gets which verdict when the truth is known. Where a false claim is mostly “undecided” or “not enough data”, a verdict that refutes nothing is no proof.
method-show-power = What can be decided, with how many incidents
method-figure = Figure
method-made = How its interval is made
method-holds = Holds, of 100
method-held-before = Formerly, of 100
method-holds-caption = How often the interval of each figure holds the truth, in simulation
method-incidents-a-year = Incidents a year
method-compared-with = Compared with
method-in-truth = In truth
method-right-from = Right from
method-wrong-up-to = Wrong up to
method-verdicts-of-100 = Verdicts, of 100
method-power-caption = Which verdicts each part would get, in simulation
holds-of-100 = { $mean } ({ $least }–{ $most })
unknown-before = no interval
verdict-of-100 = { $verdict }␣{ $share }
method-figure-of-rate-ratio = Level against earlier years
method-interval-of-rate-ratio = each period’s own unevenness (Pearson), long-run factor (Bartlett 1946), t (Welch 1947)
method-figure-of-bootstrap-ratio = The same by blocks of three months (shown only)
method-interval-of-bootstrap-ratio = blocks drawn again (Künsch 1989): too narrow
method-figure-of-districts-hit = Districts hit a month (shown only)
method-interval-of-districts-hit = as the level
method-figure-of-implied-daily-share = Share of days, allowing for what went unrecorded
method-interval-of-implied-daily-share = exact count (Garwood 1936) of as many incidents as the months are worth; both ends of the factors
method-figure-of-days-share = Share of days as counted (shown only)
method-interval-of-days-share = Wilson (1927) for as many days as the months are worth
method-figure-of-period-share = Share of months with an incident
method-interval-of-period-share = Wilson (1927), with usual unevenness and resemblance
method-figure-of-share-of = Share of one set of incidents in another (shown only)
method-interval-of-share-of = Wilson (1927) for as many incidents as the months are worth
method-figure-of-share-difference = Repeats on the open road against elsewhere
method-interval-of-share-difference = Newcombe (1998), incidents of one place counting for less
method-figure-of-close-pairs = Returns to one place soon after, against chance
method-interval-of-close-pairs = exact count (Garwood 1936) of pairs, which come in bunches; shuffled dates (Knox 1964)
method-figure-of-misplaced-share = Share of incidents placed outside the province reported
method-interval-of-misplaced-share = Clopper and Pearson (1934), if errors are made one by one

## What stands out, and what may come
method-rules = **Alarms**: a rule looks whether the last whole month stands out; the Timeline page lets you choose it. An alarm counts as right when the three months after it had more incidents on average than the twelve before it, else as false. The same is asked of every month: an alarm that is right no oftener tells nothing. How many were false so far stands beside each.
method-next-month = **Next month**: a range in which 80 of 100 months should lie, never a single number. Its middle is the average of all months before, each counting half as much as the one after it; its width comes from how far such middles were off in five years. Every month of the last ten years is foretold from those before it. A range is given only where it missed by less than last month’s number, the average of twelve months, and the same month of three years, and held three of four months or more. Where the months before are not covered, there is none.
method-where-next = **Where next**: the five districts with most incidents in six months, and how much of the next month’s incidents such lists held, beside lists of twelve months. Fewer than five incidents make no list.
method-show-back-tests = How good rules, ranges and lists have been, for this filter

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
word-isis-incident-means = ISIS on either side: attacks by it, and operations against it.
word-killed = Killed
word-killed-means = Deaths on all sides, as reported. Unknown is never counted as zero.
word-more-than-claimed = More than claimed
word-more-than-claimed-means = The whole range lies above what the conclusion says.
word-moving-average = Moving average
word-moving-average-means = The average of the periods just before, drawn at each period: it smooths the bars.
word-not-enough-data = Not enough data
word-not-enough-data-means = Too few incidents to say anything.
word-not-supported = Not supported
word-not-supported-means = The range reaches down to where the report would be wrong, and not up to right.
word-partly-supported = Partly supported
word-partly-supported-means = The report is not wrong, but not clearly right: the range reaches beyond what it says.
word-place-known = Place known
word-place-known-means = How exactly the place is known: exact, within 25␣km, district or province only.
word-range = Range (90␣%)
word-range-means = The values that the data allow. In 9 of 10 such cases the truth lies inside.
word-right-from = Right from
word-right-from-means = At this value or above, the report would be right. Set beforehand.
word-short-of-the-claim = Short of the claim
word-short-of-the-claim-means = The whole range lies below where the report would be right, and above where it would be wrong.
word-supported = Supported
word-supported-means = The whole range lies where the report would be right.
word-times-the-old-rate = Times the old rate
word-times-the-old-rate-means = Incidents a day in the last year, divided by those a day in the years that the report compares with.
word-undecided = Undecided
word-undecided-means = Enough incidents, but a range so wide that it allows right and wrong.
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
method-coverage-told = { $series }’s incidents by year and province. An empty cell is a year in which none was recorded, a dash one that is not covered. That is not the same as a quiet year: how well a place was reported on changed over the years.
method-coverage-caption = Incidents by year and province, counted by { $series }
method-codebook-told = Every field of the store; the same text as python -m corridor codebook.
method-show-codebook = Show the codebook
method-data-version = Data version
method-versions-told = The same numbers come from the command line: python -m corridor summary, findings.
method-what = What
method-version = Version
