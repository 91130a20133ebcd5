### The command line: its help, what it prints, and what it says to input that does not fit.

about-corridor-watch = Corridor Watch: ISIS incidents in a region, and what they say about a report's conclusions.

## Its page in the documentation
help-title = Command line
help-about = `python -m corridor COMMAND`; a test fails when this page is stale.

## Commands
command-serve = Serve the pages on this machine, until it is stopped (Ctrl-C or SIGTERM).
command-summary = Count incidents and people killed.
command-timeline = Count incidents by day, week, month or year.
command-incidents = List incidents, one row each.
command-findings = Test the conclusions of a report against the data.
command-reports = List the reports, and what is wrong with those that cannot be used.
command-original = Show an incident as it stood in the file that was uploaded.
command-codebook = Explain every field.
command-import = Check a file (CSV, gzip, XLSX) and add its incidents.
command-update = Fetch a release or new events from a publisher (UCDP, ACLED), show what they would change, and add them when you agree.
command-mapping = Suggest a mapping for a table: which of its columns is which field.
command-undo = Undo an upload, a link, a judgement, a grade or a retraction.
command-redo = Bring back what was undone.
command-restore = Bring the data back to an older version; later changes stay in the history.
command-link = Count two accounts as one incident; can be undone.
command-retract = Hide incidents that should not be here; can be undone.
command-history = List every change of the data: uploads, links, judgements, grades, retractions, undos.
command-verify = Check that the stored data are whole.
command-files = Name the Parquet files that hold the data now, for other tools.
command-export-store = Write all data and their history into one file, as a backup.
command-import-store = Take in such a backup, where there are no data yet.

## What stands for a value in the help
value-command = COMMAND
value-folder = DIR
value-release = VERSION
value-version = N
value-day = DATE
value-file = FILE
value-archive = FILE.tar.gz
value-text = TEXT
value-name = NAME
value-commit = COMMIT
value-id = ID
value-target = TARGET
value-slug = SLUG
value-port = PORT
value-author = AUTHOR

## Options of every command
option-data = folder of the data (default: what CORRIDOR_DATA says)
option-json = print JSON instead of text
option-at-version = read the data as they were at this version (see the command history)

## Options of commands that read
option-port = port on 127.0.0.1 (default: 8501)
option-period = default: depends on how long the dates span
option-stack = what to count apart in each period (default: type)
option-format = default: csv
option-map-out = draw into this file: .svg, .html, .csv or .geojson
option-timeline-out = write into this file: .svg (the chart, with days and sources) or .csv
option-mode = exact places as points, heat or hexagons
option-out = write to this file instead of printing
option-as-of = judge by the incidents up to this day, or “report” for its own date (default: the last day that the data cover)
option-report = name of the report's folder (default: the first one); its region is what is counted where no province is named
option-place = name of a place in any spelling, such as Hawija, or where two have it, with its district: Abbasi, Hawija
option-incident = id of the incident, such as MYLIST:1

## The filter
options-filter = filter (without any: as the pages open)

## Options of commands that write
option-layout = { $layouts } (default: recognised by the columns)
option-inbox = take what lies in this folder, each file once, and say what became of each; other options hold for every file
option-move = with --inbox: move files that were taken to its folder “done”, refused ones to “refused”
option-source-to-fetch = ucdp: yearly releases; ucdp-candidate: UCDP's candidate events, month by month; acled: ACLED's events
option-release-to-fetch = version, such as 25.1, or 25.0.9 for candidate events (default: the newest year; of candidate events all months after it)
option-fetch-from = first day (acled only; default: all days)
option-fetch-to = last day (acled only)
option-through = for UCDP: its files, or its interface (default: the interface where there is a token, else the files)
option-yes = save without asking
option-mapping = says what the columns of any other table are; see the command mapping
option-date-order = whether the day or the month comes first in dates such as 05/06/2018; never guessed
option-decimal = decimal sign of coordinates (default: a point; where semicolons or tabs separate the cells, a comma too)
option-matches = what to do with rows that probably match an incident already here. undecided (default): count them separately until somebody links them; link: count the two as one; apart: keep them two for good; skip: leave them out. Weaker matches are linked one by one (--decide)
option-repeats = rows that say what an account of the same source here says, under another id: link (default) counts each once, apart counts both, skip leaves the rows out
option-decide = the same for one row, by its incident_id; repeatable
options-release = a file of a series that has versions
option-release = its version, such as 25.1 or 26.0.3 (default: what its name tells); over the days that it covers, what it leaves out is withdrawn
option-part = the file is not all of the release: nothing is withdrawn
option-sure = yes to what is asked of a release that is older than the one here, or that leaves much out
options-coverage = days and places that the file covers (default: those of its rows)
option-coverage-from = first day covered
option-coverage-to = last day covered
option-coverage-places = places covered, such as “Kirkuk, Diyala”
option-sheet = sheet of a workbook to read (default: the one that looks most like a list of incidents)
option-dry-run = say what would change; write nothing
option-rejects = write the refused rows, with the problems, to this file
option-take-good-rows = accept the good rows although others are bad
option-reason-of-list = for a list of incidents to hide: the reason, where a row gives none
option-author = your name, for the history
option-commit = its id, from the command history
option-to-version = the version, from the command history
option-account = id of the account to link, such as MYLIST:1
option-target = id of an account of the same incident
option-reason-required = the reason, for the history (required)
option-an-incident = id of an incident, such as MYLIST:1
option-list = a list (CSV, gzip, XLSX) with the column incident_id and, optionally, the column reason
option-reason = the reason, for the history; a list can give one for each row

## What Python's argparse says. The key: argparse- and its own text; what it puts in, as it writes it
argparse-usage = usage:{" "}
argparse-positional-arguments = positional arguments
argparse-options = options
argparse-show-this-help-message-and-exit = show this help message and exit
argparse-prog-s-error-message-s = {"%(prog)s"}: error: {"%(message)s"}{"\u000A"}
argparse-argument-argument-name-s-message-s = argument {"%(argument_name)s"}: {"%(message)s"}
argparse-expected-one-argument = expected one argument
argparse-the-following-arguments-are-required-s = the following arguments are required: {"%s"}
argparse-unrecognized-arguments-s = unrecognized arguments: {"%s"}
argparse-ignored-explicit-argument-r = ignored explicit argument {"%r"}
argparse-ambiguous-option-option-s-could-match-matches-s = ambiguous option: {"%(option)s"} could match {"%(matches)s"}
argparse-invalid-choice-value-r-choose-from-choices-s = invalid choice: {"%(value)r"} (choose from {"%(choices)s"})

## Values that do not fit
folder-not-named = the name of a folder is missing
not-a-date = { $value } is not a date like 2018-06-30 (years { $first } to { $last })
not-a-port = { $value } is not a port from 1 to 65535
not-a-version = { $value } is not a version such as 3; see the history
repeated-rows = { $count ->
    [one] { $count }␣row says what an account of the same source here says, under another id: { $decision }
   *[other] { $count }␣rows say what accounts of the same source here say, under other ids: { $decision }
}
repeated-decided = { $decision ->
    [link] linked, so that each counts once (--repeats apart or skip decides otherwise)
    [skip] left out
   *[apart] kept apart, so that both count
}
repeated-row = line { $line }: { $ours } repeats { $theirs }
not-a-decision = { $value } is not a decision such as MYLIST:1=apart (link, apart, skip or undecided)
dashes-no-value = “--” is no value of an option
not-utf-8 = { $value } is not UTF-8: rename the file, or set the terminal to UTF-8
newest-version-only = it works on the newest version only: leave out --at-version
dates-of-options-backwards = --from { $first } is after --to { $last }
no-such-province = no province { $name }: { $some }, … or “{ $all }”
no-such-choice = { $kind ->
    [actor] no actor { $name }; known: { $known }
    [source] no source { $name }; known: { $known }
    [series] no series { $name }; known: { $known }
    [district] no district { $name }; known: { $known }
    [upload] no upload { $name }; known: { $known }
    [road] no road { $name }; known: { $known }
    [region] no region { $name }; known: { $known }
   *[report] no report { $name }; known: { $known }
}
report-listed = { $slug }: { $title } ({ $count ->
    [one] one finding
   *[other] { $count } findings
})
report-listed-refused = { $slug }: cannot be used. { $why }
no-report-in = there is no report in { $folder }
file-too-large-to-read = { $file } is larger than { $most } MB

## How a command ends
program-failed = corridor: { $error }
failed-command = corridor { $command }: { $error }
stopped-command = corridor { $command }: stopped
left-out-damaged = corridor { $command }: left out: { $problem }
told-as-a-note = note: { $note }

## Reading
pages-are-served = Corridor Watch on { $address }
incidents-written = { $told }, in { $file }
confidence-of-a-finding = Confidence: { $level }
no-such-incident = { $id }: there is no such incident
original-shipped = { $id }: it came with the product, not from an uploaded file
original-of-a-person = { $where }, { $time } UTC by { $author }
original-of-nobody = { $where }, { $time } UTC
table-empty = nothing

## The store as a whole
change-undone = undone
store-is-sound = sound: version { $version }, { $files ->
    [one] { $files } live file
   *[other] { $files } live files
}
store-exported = version { $version }, { $live ->
    [one] { $live } live file
   *[other] { $live } live files
} and { $undone } undone, written to { $file }
store-imported = version { $version }, { $live ->
    [one] { $live } live file
   *[other] { $live } live files
} and { $undone } undone, checked and put in place from { $file }
undone-file-not-there = { $name } is missing; its undone commit cannot be brought back

## What a file holds
note-of-a-file = { $file }: note: { $note }
problem-of-a-file = { $place }: { $severity ->
    [warning] warning: { $problem }
    [note] note: { $problem }
   *[error] error: { $problem }
}
mapping-suggested = Or say what its columns mean: `corridor mapping { $file } --out mapping.json` suggests a mapping; correct it and import with --mapping mapping.json.
mapping-astray = { $mapping }: “columns” reads { $key } from “{ $name }”, which { $file } does not have
import-counts = { NUMBER($rows, useGrouping: 0) } rows: { NUMBER($new, useGrouping: 0) } new, { NUMBER($updated, useGrouping: 0) } updated, { NUMBER($duplicates, useGrouping: 0) } duplicates, { NUMBER($rejected, useGrouping: 0) } rejected{ $out ->
    [0] { "" }
   *[other] , { NUMBER($out, useGrouping: 0) } left out
}
list-counts = { NUMBER($rows, useGrouping: 0) } rows: { NUMBER($found, useGrouping: 0) } to hide, { NUMBER($hidden, useGrouping: 0) } already hidden, { NUMBER($unknown, useGrouping: 0) } unknown, { NUMBER($rejected, useGrouping: 0) } rejected
list-of-series = { NUMBER($count, useGrouping: 0) } from { $series }: averages and verdicts can change

## What was decided about a pair of accounts
pair-decided = { $how ->
    [probably-not] { $incident }: probably not { $target } ({ $why }): { $decision }
    [perhaps] { $incident }: perhaps { $target } ({ $why }; { $points } points): { $decision }
   *[probably] { $incident }: probably { $target } ({ $why }; { $points } points): { $decision }
}
pair-decision = { $decision ->
    [link] linked
    [apart] kept apart
    [skip] left out
   *[undecided] counted separately until linked
}
pair-on-a-line = { $id } on line { NUMBER($line, useGrouping: 0) }
more-such-rows = and { $count } more such rows; --json lists all

## What would change
earlier-months = { $count } earlier months; --json lists all
reads-otherwise = { $name }: { $before } → { $after }

## What was done
dry-run-saved-nothing = dry run: nothing was saved
import-refused = refused: nothing was saved
saved-as-commit = commit { $commit }
linked-as-commit = linked: commit { $commit }
retracted-as-commit = { $count } retracted: commit { $commit }
changed-as-commit = { $action } of { $undone } is commit { $commit }, version { $version }
every-row-here = nothing new: every row is already here
every-new-row-left-out = nothing was saved: every new row was left out
all-hidden = nothing new: all are already hidden
all-of-them-hidden = nothing new: all of them are already hidden
retraction-reason-asked-for = a retraction needs a reason: --reason TEXT, or a column reason in the list
not-a-distance = { $value } is not a distance of { $low } to { $high } km
option-refused = --{ $option }: { $why }
switch-of-nothing = --{ $option } needs --{ $of }: give that too
distance-from-nothing = --{ $option } says how far, but not from what: give --{ $of } too

## Files of an inbox, and files that are fetched
import-file-or-inbox = name a file, or a folder with --inbox
inbox-no-rejects = --rejects is about one file: leave it out
inbox-no-folder = there is no folder { $folder }
inbox-grows = it still grows, or is a part: it is left for the next time
inbox-list-to-hide = it is a list of incidents to hide, which a person decides: import it by itself
inbox-bad-rows = { $bad } of { $rows } rows are bad. Mend them, or take the good ones (--take-good-rows).
inbox-item = { $file }: { $outcome ->
    [imported] imported, { $new } new, { $updated } updated, commit { $commit }
    [checked] would be imported, { $new } new, { $updated } updated
    [nothing-new] nothing new: every row is already here
    [known] known: a file of this content was taken before
    [waiting] waits: { $reason }
   *[refused] refused. { $reason }
}
inbox-summary = { $count ->
    [one] one file
   *[other] { $count } files
}: { $imported } imported, { $known } known, { $refused } refused, { $waiting } waiting
update-no-days = only acled can be asked for days: leave out --from and --to
update-fetched = { $state ->
    [same] { $file }: the one that is here is still the newest, { $rows } rows
   *[new] { $file }: fetched, { $rows } rows
}{ $out ->
    [0] { "" }
   *[other] {" "}({ $out } of other countries left out)
}
update-nothing-yet = nothing is saved yet
update-not-saved = To save it, repeat it with --yes. The file lies in { $file }.
update-ask = Save this? [y/N]{" "}
update-yes = y
