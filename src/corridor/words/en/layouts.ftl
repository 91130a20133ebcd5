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
use-ucdp-as-published = Use the UCDP GED file with all the columns it was published with.
name-columns-in-mapping = Name in the mapping the columns that the file has.

## What is being done
stage-opening-store = Opening the store
stage-checking-cells = Checking every cell
stage-comparing = Comparing with the store
stage-placing = Placing every row
stage-matching = Looking for incidents reported twice
