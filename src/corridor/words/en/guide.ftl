### docs/layouts.md: what an upload may look like, and what its codes become here. In Markdown.

guide-title = Layouts of files
guide-what-it-is = What an upload may look like, and what its codes become here. Written from the tables that read the files; a test fails when this page is stale.
guide-recognised = A file is recognised by its column names (`--layout` says it instead). A first row of HXL tags (#date+start) is left out. **A code that is in no table is refused with its line, never guessed**; an empty cell and a source's own code for unknown stay unknown.

## What holds of every layout, and of tables read with a mapping
guide-as-they-come = Files as they come
guide-assumed = What was assumed is described in the report, once for the file.
guide-header = **Header.** Title lines above the column names are passed over. Of a workbook the visible sheet is read whose first rows hold the most known column names; another one can be chosen (`--sheet`). A column without a name is left out when it is empty or holds a running number. Whole lines, or the whole file, inside one pair of quotation marks are read without them. A file without column names is read when it has the columns of an ACLED export or a UCDP GED release in their order; any other gets the names column 1, column 2, … for the mapping.
guide-rows-left-out = **Rows left out.** Rows of other countries are no errors: one sentence counts them by country. A name that may be a part of Iraq, such as Iraq/Syria, is an error and never left out. In ACLED's actor-based export an event stands once for each actor; it counts once. A row of a source that always states a country, and has none, is refused: the row is cut off.
guide-other-tables = **Other tables.** A source's own list of deleted events (`event_id_cnty`, `deleted_timestamp`) hides the events that are here; the day of the deletion is the reason. Counts by week, month or area are refused; with a mapping that names the column of counts (`row_counts`), rows that count one incident are read.
guide-numbers-of-people = **Numbers of people.** Words such as NA, -, n/k, unknown, مجهول are unknown. A range such as “3–5” or “at least 3” gives the lowest and the highest count of people killed, and no best count; of wounded or abducted it is unknown. A merged cell of a workbook is read in each of its rows, but a number of people in it is unknown: it may be that of all rows together. A cell that shows an error, such as #REF!, is empty, and told.
guide-coordinates = **Coordinates.** Degrees with a point, in degrees and minutes, or with N and E. A decimal comma is read where semicolons or tabs part the cells, or when it is said (`--decimal comma`). With a mapping, one column may hold both: `35.1369, 44.4486`, `POINT (44.4486 35.1369)`, `35°08'13"N 44°26'55"E`, or MGRS (`38S MD 49767 88364`), of which the middle of the square is taken. Name it as latitude and as longitude.
guide-days = **Days.** Read are days in English, Arabic and Kurdish words, with or without the day of the week, and serial numbers of spreadsheets. A week, a month or a year alone is no day.
guide-times = **Times.** The day is kept as it is written; the report says where it was another day in Baghdad.

## Each layout
guide-native = The columns of the [codebook](codebook.md), as in the template and in an export.
guide-ucdp = Yearly releases, global or by country, of any number of columns. The version is read from the file's name (`GEDEvent_v25_1.csv`) or said with `--release 25.1`: it tells which years the file covers, and what a newer release replaces. Codes as in the UCDP GED codebook (2017 to 2025).
guide-ucdp-ranks = `where_prec` (1–7), `date_prec` (1–5) and `event_clarity` (1, 2) are the ranks used here. −1 sources and reports of before 1900 are fill values and stay unknown. A midnight after a day is left out.
guide-candidate = The same columns, read as a series of its own: provisional events of one month (26.0.3 is March 2026), or of several (26.01.26.03). A file holds candidate events when its version says so; without a version, when a row of it is not settled (`code_status` other than “Clear”) or is of this year, which no yearly release covers. Monthly files are not cumulative, and may state an event again: the last row of an id holds.
guide-ucdp-1 = state-based
guide-ucdp-2 = non-state
guide-ucdp-3 = one-sided
guide-acled = Files of before 2019 (`data_id`) and since. Codes as in the ACLED codebooks (2015, 2017, 2019 to 2024). The six event types and twenty-five sub-event types of now are read as they are; those of before become:
guide-acled-both = “Riots/Protests” is what actor1 or inter1 says (5 rioters, 6 protesters), else the interaction, as number or in words, else actor2 or inter2; when none tells, as in 56 alone, the row is refused. { $interactions }.
guide-acled-interaction = { $event }: { $codes }
guide-acled-deaths = `fatalities` is the best count. ACLED writes 0 also where no report gives a number; it is kept as it stands.
guide-gtd = The whole file or fewer columns, in numbers or in words. Codes as in the GTD codebook (2015 to 2021).
guide-gtd-targets = Targets that fight: { $targets }.
guide-gtd-without-target = A target that GTD calls unknown (20) is not known to fight. An attack whose type depends on the target and has none is refused.
guide-gtd-numbers = Day 0 is some day of the month, month 0 some day of the year: first and last day say so, and the date precision is month or year. With an approximate date it is unknown. −9 and −99 are unknown. Deaths divided among linked incidents, such as 2.5, lie between two whole numbers: low 2, high 3, best unknown. `doubtterr` is not read: it doubts that an incident is terrorism, not that it took place.

## Tables and columns
guide-needed = Needed: { $columns }.
guide-kept = Kept: { $columns }.
guide-column-kept = { $column } → { $fields }
guide-meaning = meaning
guide-event-type = event type
guide-sub-event-type = sub-event type
guide-event-and-sub-event = { $event }: { $sub }
guide-event-type-before = event type of before 2019
guide-location-precision = location precision
guide-date-precision = date precision
guide-location-near = with vicinity 1
guide-target-fights = the target fights
guide-target-does-not = it does not
