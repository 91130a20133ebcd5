### Series of the store, and one that a person declares.

## What is wrong with a declaration
declare-lacks = A series needs { $facts }. Say it, and declare it again.
declare-fact-code = the source that its accounts name
declare-fact-title = a title
declare-fact-entry = what one entry of it is
declare-fact-death = whether an entry needs a death
declare-fact-definition = what it counts and leaves out
declare-fact-licence = its licence
declare-fact-attribution = the line to credit it with
declare-fact-release = its version
declare-too-long = Too long, or on several lines: { $fact }. At most { $most }␣letters on one line are kept. Shorten it.
declare-no-such-grade = “{ $grade }” is no grade. Write a letter from A (always reliable) to F, then a number from 1 (confirmed) to 6, such as B2.
declare-no-such-place = “{ $name }” is no province of { $country }. Write provinces with commas between them, such as { $some }, or { $country } for all.
declare-backwards = The days from { $first } to { $last } end before they begin. Turn them round.
declare-of-a-pack = { $source } is described in data/series/{ $slug }, and what was said differs from it. Leave out what an entry is and whether it needs a death: only the days, places and version of your rows are yours to say.
declare-otherwise-before = { $source } was declared before as { $before }, which contradicts this. Counts of both cannot stand in one series. Undo that declaration (see the history), or declare these rows under another source.
declare-entry = “{ $entry }”, a death { $death ->
    [needed] needed
   *[other] not needed
}
declare-rows-outside = { $count } of the { $rows } accounts of { $source } lie outside the days and places that it would cover, from { $first } to { $last }, such as { $example }. Add the days or places, or hide those accounts.

## The command that declares one
declared-as-commit = { $source } is a series now, committed as { $commit }. It covers { $days }.
declared-no-days = no day yet: it measures nothing until days are declared
declared-dry-run = { $source } would be a series. It covers { $days }. Nothing was saved (--dry-run).

## Why a series measures nothing
measures-no-rows = no accounts of it are here
measures-no-span = its accounts are here, but nobody said which days they cover

## The commands
command-series = List the series: what an entry of each is, the days it covers here, and why one measures nothing.
command-declare = Declare a source as a series of your own, with what it counts and the days it covers; can be undone.
value-source = SOURCE
value-span = FROM..TO
option-series-code = the source as its accounts name it
option-title = its name
option-entry = what one entry is, such as “an attack that the operations room logged”
option-death-needed = whether an event is entered only if somebody died
option-span = days that it covers, such as 2018-01-01..2018-03-31; give it again for each part. Between the parts nothing is known.
option-series-places = provinces that it covers, such as “Kirkuk, Diyala” (default: the whole country)
option-series-definition = what it counts and what it leaves out
option-series-licence = its licence
option-series-attribution = the line to credit it with
option-series-grade = its Admiralty grade, such as B2
option-series-release = the version of its data
not-a-span = { $value } is no span of days: write the first and the last day as year-month-day, with two dots between
held-source = series
held-entry = one entry is
held-release = version
held-covers = covers
held-accounts = accounts

## On the page Uploads
declare-heading = Series, and one of your own
declare-list = Series, the days that each covers here, and its accounts
declare-about = A list that follows rules and watches certain days, such as the log of an operations room, can be a series of its own: it can then measure, within its days. A list of incidents picked for a report should not.
series-refused = { $count ->
    [one] One description of a series cannot be used:
   *[other] { $count } descriptions of series cannot be used:
}
declare-none-here = To declare a series of your own, upload its rows first.
declare-which = Source that is a series of its own
declare-field-title = Its name
declare-field-entry = What one entry is, such as “an attack that we logged”
declare-field-days = Days it covers, beside those of its uploads (may be empty)
declare-days-help = First and last day as year-month-day, with two dots between; several with commas. Between them nothing is known.
declare-field-places = Provinces it covers, with commas between (empty: the whole country)
declare-field-licence = Licence (may be empty)
declare-field-attribution = Line to credit it with (may be empty)
declare-death = Is an event entered only if somebody died?
declare-death-yes = Yes
declare-death-no = No
declare-grade = Admiralty grade of the source (may be empty)
declare-it = Declare the series
declare-done = { $source } is a series now. Undo is in the history.
