### Layouts of files: which one a table has, what it lacks.

## Why a table is not read
no-such-layout = There is no layout “{ $layout }”. Choose one of: { $layouts }.
columns-not-known = The columns of the file are not known here: { $columns }.
columns-lacking = { $count ->
    [one] The file lacks the required column { $columns }.
   *[other] The file lacks the required columns { $columns }.
}
columns-to-rename = Perhaps rename { $renames }.
column-to-rename = “{ $column }” to { $name }
hide-with-reasons = To hide the incidents listed in it, add a column reason.
file-of-counts = The file holds { $period ->
    [weekly] weekly counts
    [monthly] monthly counts
    [quarterly] quarterly counts
    [yearly] yearly counts
   *[any] counts
}, not incidents: its column { $column } says how many a row counts. Corridor Watch needs one row for each incident. Use the source's file of single events.
file-of-counts-by-period = The file holds counts by period, not incidents: its columns are { $columns }. Corridor Watch needs one row for each incident. Use the source's file of single events.

## What to do instead
use-the-template = Download the template and use its column names.
use-acled-as-exported = Use the file as ACLED exports it.
use-gtd-as-published = Use the file as GTD publishes it, saved as CSV or XLSX.
use-ucdp-candidate-as-published = Use the file of UCDP candidate events with all the columns it was published with.
use-ucdp-as-published = Use the UCDP GED file with all the columns it was published with.
name-columns-in-mapping = Name in the mapping the columns that the file has.

## What is wrong with a column or a code of it
problem-column-not-known = column not known
column-ignored = It was ignored.
column-ignored-perhaps = It was ignored. Rename it to { $name } if that is meant.
remedy-acled-id = Every ACLED event has an event_id_cnty or a data_id: copy it whole from the original file.
remedy-acled-event-type = Write one of ACLED's six event types. “Riots/Protests” needs an actor that is Rioters or Protesters.
remedy-acled-sub-event-type = Write one of ACLED's 25 sub-event types, or leave the cell empty.
remedy-acled-location-precision = ACLED writes 1 (town), 2 (part of a region) or 3 (region) here.
remedy-acled-date-precision = ACLED writes 1 (day), 2 (week) or 3 (month) here.
remedy-acled-country = ACLED states a country in every row. Copy the row from the original file, or delete it.
remedy-gtd-id = An eventid has twelve digits: copy it from the original file, before a spreadsheet rounds it.
remedy-gtd-country = GTD states a country in every row. Copy the row from the original file, or delete it.
remedy-gtd-event-type = GTD writes 1 (assassination) to 9 (unknown) here, and 1 (business) to 22 (violent political party) in targtype1.
remedy-gtd-location-precision = GTD writes 1 (exact) to 5 (unknown) here, and 0 (in the town), 1 (near it) or -9 (unknown) in vicinity.
remedy-ucdp-id = Every UCDP event has a number of its own: copy it from the original file, before a spreadsheet rounds it.
remedy-ucdp-country = UCDP states a country in every row. Copy the row from the original file, or delete it.
remedy-ucdp-event-type = UCDP writes 1 (state-based), 2 (non-state) or 3 (one-sided) here.

## What is being done
stage-opening-store = Opening the store
stage-checking-cells = Checking every cell
stage-comparing = Comparing with the store
stage-placing = Placing every row
stage-matching = Looking for incidents reported twice

## The version of a series' file
release-no-such-version = “{ $version }” is no version of { $layout }. Its versions look like { $example }; the file's name or the page that it was downloaded from tells it.
