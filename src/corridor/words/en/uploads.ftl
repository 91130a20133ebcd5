### The page of uploads: check, confirm, history. Also the rows of a file as they were handed in.

uploads-kicker = Uploads
uploads-headline = Add incidents: you see what would change before anything is saved
uploads-so-what = Every upload can be undone as a whole, and redone.
cancel = Cancel
working-out = Working out what would change …
making-pages-ready = Making the pages ready …

## Template and files
upload-step-template = 1 · Take the template
upload-template-note = CSV, UTF-8. An empty cell is unknown, never 0.
upload-template = Template (CSV)
upload-step-files = 2 · Choose files
upload-files-note = Our template, UCDP GED, ACLED, GTD or any other table: CSV in any encoding, gzip or Excel (XLSX); at most { $limit } MB each. A list of incident ids with a reason for each hides those incidents.
upload-files = Files of incidents
upload-file = File
upload-files-handed-in = { $count ->
    [one] { $count }␣file, { $added } added. Each file is an upload of its own.
   *[other] { $count }␣files, { $added } added. Each file is an upload of its own.
}

## Work that is waited for
files-before-yours = { $count ->
    [one] { $count }␣file is before yours …
   *[other] { $count }␣files are before yours …
}
stage-beginning = Beginning
stage-at-work = { $stage } …
stage-stands = { $stage } … { $seconds } s, still at work

## Check
upload-step-check = 3 · Check
upload-check-stopped = The check was stopped. Nothing was saved.
upload-check-again = Check again
upload-not-checked = { $file } was not checked.
upload-not-read = { $file } cannot be read. Nothing was saved.
upload-columns-unknown = { $file } has columns that are not known here. Say below what they mean, or correct the file. Nothing was saved.
upload-read-as = { $file }, read as { $layout }
figure-rows = rows
figure-new-incidents = new incidents
figure-more-accounts = more accounts of known incidents
figure-updates = updates
figure-already-here = already here
figure-refused = refused
figure-left-out = left out
check-warned = { $count ->
    [one] { $count }␣row kept with a warning.
   *[other] { $count }␣rows kept with a warning.
}
check-of-series = { $count ->
    [one] { $count }␣row from { $series }: averages and verdicts can change.
   *[other] { $count }␣rows from { $series }: averages and verdicts can change.
}
check-not-counted = Shown on every page. Averages and verdicts stay as they are: they use { $series }’s data only.
check-annotated = Your file with the problems beside each row
check-problems = Problems
check-first-problems = The first { $shown } of { $count }; the file with the problems lists all.
check-row-refused = refused
check-row-kept = kept
check-map = The incidents of this file on the map.
check-choose-a-kind = Open “How the file is read” above and choose a kind for “{ $value }”, then press “Apply this mapping”. Or write one of the kinds in the file.
check-another-column = If another column is meant, change it under “How the file is read”.
check-updates = What the updates change
check-added = Incidents to be added
check-first-added = The first { $shown } of { $count } to be added.
check-not-stated = not stated
check-not-located = not located

## How a file is read
reading-how = How the file is read
reading-your-mapping = your mapping
reading-layout = Layout
reading-layout-recognised = As recognised
reading-layout-mapped = Another table: I choose the meaning of its columns
reading-decimal = Decimal sign of coordinates
reading-decimal-found = As found: a point, or a comma in files with semicolons or tabs
reading-decimal-comma = A comma: 35,47
reading-decimal-point = A point: 35.47
reading-sheet = Sheet
reading-choose-sheet = Choose a sheet
reading-which-first = { $order ->
    [mixed] Some dates in the file start with the day, others with the month. Which comes first?
   *[ambiguous] The file has dates such as 05/06/2018. Which comes first?
}
date-order-dmy = Day first
date-order-mdy = Month first

## What would change
upload-outlook-title = What would change
upload-outlook-good-rows-only = Counting the good rows only.
upload-outlook-nothing = Nothing: every good row is already here.
upload-outlook-takes-seconds = { $count ->
    [one] { $count }␣row: working it out takes some seconds.
   *[other] { $count }␣rows: working it out takes some seconds.
}
upload-outlook-ask = Work out what would change
upload-outlook-stopped = Stopped: what would change is not known.
upload-outlook-again = Work it out again
upload-outlook-conclusions = Conclusions that change
upload-outlook-chart = Incidents that the upload would add, by month.
upload-outlook-table = Table of { $count } months
upload-outlook-months-caption = Incidents added, by month

## Confirm
upload-step-confirm = 4 · Confirm
upload-your-name = Your name, for the history
upload-take-good = { $good ->
    [one] { $bad ->
        [one] Take { $good }␣good row, leave out { $bad }␣bad one
       *[other] Take { $good }␣good row, leave out { $bad }␣bad ones
    }
   *[other] { $bad ->
        [one] Take { $good }␣good rows, leave out { $bad }␣bad one
       *[other] Take { $good }␣good rows, leave out { $bad }␣bad ones
    }
}
upload-add = Add { $what }
upload-all-left-out = Nothing to add: every row is left out
upload-add-and-withdraw = Add { $what }; withdraw { $count }
upload-take-release = Take this release
upload-nothing-new = Nothing new to add
upload-data-changed = The data have changed since this check, and so has what your file would do. Nothing was saved. Look again, then confirm.
upload-saving-stopped = Saving was stopped. Nothing was saved; the check is kept.

## What a source covers
## A release of a series
reading-release = Version of the data set, such as 25.1 or 26.0.3
release-part = The file is only a part of this release: withdraw nothing
release-sure = Yes, take it all the same
release-asks = Before it is written
release-withdrawn-listed = Withdrawn: here, and not in the file
release-of-file = **{ $headline }** { $counts }
coverage-about = **Days and places covered.** Filled in from the rows. If your source also watched days on which nothing happened, widen them. Outside them, no incident means “unknown”, not “quiet”.
coverage-more = { $count } more sources: coverage as in their rows.
coverage-not-valid = This coverage is not valid:
coverage-from = { $source } covers from
coverage-to = to
coverage-in = in

## Done
upload-added = { $what } added.
upload-saved-as = From { $file }. Saved as upload { $commit }.
upload-close = Close
upload-none-seen = None of them can be seen: they were hidden by a retraction.
upload-see = See exactly what it brought: { $links }.
upload-seen-incidents = in the table
upload-seen-map = on the map
upload-seen-timeline = on the timeline

## A list of incidents to hide
hide-read-as = { $file }, read as a list to hide
hide-incidents = { $count ->
    [0] Nothing new to hide
    [one] Hide { $count }␣incident
   *[other] Hide { $count }␣incidents
}
hide-done = { $count ->
    [one] { $count }␣incident hidden. Saved as change { $commit }.
   *[other] { $count }␣incidents hidden. Saved as change { $commit }.
}
hide-undo = To bring them back, choose Undo in the history.
figure-would-be-hidden = would be hidden
figure-already-hidden = already hidden
hide-none-of-series = None comes from { $series }: averages and verdicts stay as they are.
hide-of-series = { $count ->
    [one] **{ $count }␣incident from { $series } disappears: averages and verdicts can change.**
   *[other] **{ $count }␣incidents from { $series } disappear: averages and verdicts can change.**
}
hide-told-otherwise = { $count ->
    [one] { $count } of them has another account, which stays visible.
   *[other] { $count } of them have another account, which stays visible.
}
hide-listed = Incidents that would be hidden
hide-first = The first { $shown } of { $count } that would be hidden.
hide-reason = Why should they be hidden?
hide-keeps-reasons = Each row keeps the reason given in the list.
hide-good = { $count ->
    [one] { $bad ->
        [one] Hide the { $count } that is here, leave out { $bad }␣bad row
       *[other] Hide the { $count } that is here, leave out { $bad }␣bad rows
    }
   *[other] { $bad ->
        [one] Hide the { $count } that are here, leave out { $bad }␣bad row
       *[other] Hide the { $count } that are here, leave out { $bad }␣bad rows
    }
}
no-reason = none

## Two accounts that are here already
link-title = Link two accounts of one incident
link-one = Id of the account
link-other = Id of another account of it
link-reason = Why are they one incident?
link-refused = { $why }.
link-them = Link them
link-done = { $one } and { $other } count as one incident now. Undo is in the history.

## History
history-title = History
history-note = Newest first. Undo takes back a whole upload; Redo restores it.
history-entry = { $state ->
    [undone] { $what } (undone), { $day } { $time } UTC, { $author }
    [replaced] { $what } (replaced by a newer release), { $day } { $time } UTC, { $author }
   *[live] { $what }, { $day } { $time } UTC, { $author }
}
history-action = { $action ->
    [seed] Shipped incidents
    [import] Upload
    [judgement] Judgement
    [grade] Grade
    [link] Link
    [declare] Series declared
    [retraction] Retraction
   *[other] { $name }
}
history-action-of = { $action ->
    [undo] Undo of { $of }
    [redo] Redo of { $of }
    [restore] Restore of version { $of }
   *[other] { $name } of { $of }
}
history-adds = { $what }.
history-count-rows = { $count } rows
history-count-accepted = { $count } accepted
history-count-warned = { $count } warned
history-count-new = { $count } new
history-count-linked = { $count } linked
history-count-apart = { $count } apart
history-count-undecided = { $count } undecided
history-count-skipped = { $count } skipped
history-count-updated = { $count } updated
history-count-duplicates = { $count } duplicates
history-count-rejected = { $count } rejected
history-count-retracted = { $count } retracted
history-count-left-out = { $count } left out
note-shipped = shipped incidents
note-good-rows-only = good rows only
undo = Undo
redo = Redo
undo-it = Undo it
undo-what = { $action ->
    [import] Undo upload
    [judgement] Undo judgement
    [grade] Undo grade
    [link] Undo link
    [retraction] Undo retraction
   *[other] Undo { $action }
}
undo-of-file = { $action ->
    [import] Undo upload of { $file }
    [judgement] Undo judgement of { $file }
    [grade] Undo grade of { $file }
    [link] Undo link of { $file }
    [retraction] Undo retraction of { $file }
   *[other] Undo { $action } of { $file }
}
undo-question = { $name }?
undo-can-be-redone = You can restore it later with Redo.

## The rows of a file as they were handed in
handed-in-rows = { $count ->
    [one] { $count }␣row as handed in
   *[other] { $count }␣rows as handed in
}
handed-in = { $file }, line { $line }, written { $day }.
handed-in-by = { $file }, line { $line }, written { $day } by { $author }.
handed-in-earlier = An earlier version: it is kept and no longer counted.
handed-in-caption = { $incident } as handed in
