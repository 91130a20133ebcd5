### The store: what cannot be done with it, and what a check of it finds.

between-clauses = {"; "}

## What was not done, and why
store-not-opened = the store cannot be opened: { $error }
store-not-checked = the store cannot be checked: { $error }
store-not-exported = the store cannot be exported: { $error }
store-not-imported = the store cannot be imported: { $error }
original-not-read = the original row cannot be read: { $error }
incidents-not-read = the incidents cannot be read: { $error }
change-not-computed = what would change cannot be computed: { $error }
nothing-saved = nothing was saved: { $error }
nothing-undone = nothing was undone: { $error }
nothing-redone = nothing was redone: { $error }
nothing-restored = nothing was restored: { $error }
nothing-retracted = nothing was retracted: { $error }
work-stopped = the work was stopped
stopped-while = stopped while { $stage }

## The store as a whole
store-folder-gone = the folder of the incidents (incidents/store in the data folder) is not there: put it back, and all goes on
no-store-in = there is no store in { $folder }
no-store-yet = there is no store in { $folder } yet, so no version { $version }
no-seed = no shipped incidents at { $file }: run `make seed FROM=DIR`
seed-without-series = { $file } declares no series with the days that it covers
no-such-version = there is no version { $version }: the newest is { $newest }
store-read-only = the store is opened as of version { $version }, to be read only
others-kept-writing = other programs kept writing for a minute: try again
program-ends = the incidents cannot be read: the program ends
incidents-too-large = the incidents need more memory than CORRIDOR_MEMORY_LIMIT gives ({ $limit }): raise it, or undo the upload that was too large
log-broken = { $problems }; put a whole backup in place with `import-store`
damaged-not-read = { $problems }. Copy it back from a backup, put a whole backup in place with `import-store`, or undo the upload that it came with; until then the store can be read without it, and not be written.
damaged-not-written = { $problems }. Nothing was saved: copy it back from a backup, put a whole backup in place with `import-store`, or undo the upload that it came with; until then the store can be read without it, and not be written.
damaged-not-exported = { $problems }. A damaged store is not exported.

## Undo, redo, restore
commit-undone-already = commit { $commit } is undone already
commit-not-undone = commit { $commit } is not undone
files-of-version-already = the live files are those of version { $version } already
no-such-commit = there is no commit { $commit }; see the history
seed-not-undone = the shipped incidents cannot be undone
commit-is-a-restore = commit { $commit } is a restore: take it back with `restore --to { $before }`
commit-is-an-undo = commit { $commit } is the undo of { $undone }: name that
file-not-brought-back = { $name } cannot be brought back: { $problem }; copy it back from a backup

## Retraction
retraction-without-ids = no incident is named: give the ids to retract
retraction-without-reason = a retraction needs a reason: say why these incidents are taken out
retraction-reason-too-long = the reason has { $signs } characters; at most { $most } are kept
retraction-of-unknown = { $more ->
    [0] the store has no incident { $named }: nothing was retracted
   *[other] the store has no incident { $named } and { $more } more: nothing was retracted
}

## A store as one file
store-there-already = there is a store in { $folder } already: move that folder away first
archive-too-large = { $name } unpacks to more than { $most } MB: raise CORRIDOR_MAX_STORE_MB if it is yours
archive-not-whole = { $name } is not a whole .tar.gz archive: { $error }
archive-holds-a-stranger = the archive holds { $name }, which is no file of a store
archive-holds-less-than-nothing = the archive says that { $name } is smaller than nothing
archive-holds-twice = the archive holds { $name } twice
archive-without-a-log = the archive holds no log of a store
archive-not-sound = the archive's store is not sound: { $problems }

## What is wrong with a file
about-a-file = { $name }: { $problem }
file-unreadable = { $name } cannot be read: { $problem }
content-unreadable = it cannot be read: { $problem }
file-missing = it is missing
file-has-another-size = it has { $size } bytes, and { $committed } were committed
file-not-whole = it is not a whole Parquet file
file-of-another-content = its content is not what was committed (another SHA-256)
hash-not-recorded = its hash is not recorded: an older version committed it
file-column-unknown = column { $name } is not in the codebook
columns-not-in-codebook = not in the codebook: { $names }
file-column-of-another-type = column { $name } is { $type }, not { $wanted }
file-of-another-table = it holds another table: record_kind or incident_id is missing
file-has-other-rows = it has { $rows } rows, and the log says { $told }
file-has-other-accounts = it has { $accounts } accounts, and its commit says { $told }
file-of-another-commit = it holds rows of commit { $commit }

## What is wrong with the log
entry-missing = { $name }: this entry of the log is missing
entry-not-whole = { $name }: this entry of the log is not whole
checkpoint-of-other-files = the checkpoint does not list the live files that the entries of the log give
commit-repeated = { $commit }.parquet: commit { $commit } is { $times } times in the log
upload-committed-twice = { $commit }.parquet: its upload was committed twice
file-added-twice = { $name }: added twice, by version { $version }
file-taken-out-twice = { $name }: taken out twice, by version { $version }
file-not-in-the-log = { $name }: no entry of the log names it, and it is never read
undone-file-missing = { $name }: missing; its undone commit cannot be brought back
left-by-a-stopped-program = { $name }: left by a program that was stopped, never read
incident-counted-twice = incident { $name } is counted twice
