### What changed between two versions of the data.

command-diff = Say what changed between two versions of the data: incidents new, changed or gone, figures, verdicts, alarms.
option-diff-before = the earlier version: its number, the commit that made it, or a day as YYYY-MM-DD (its last version)
option-diff-after = the later version (default: the newest)

version-unknown = “{ $text }” is no version of these data. Name one by a number from 0 to { $newest }, by a commit (see the command history), or by a day as YYYY-MM-DD.
version-too-high = There is no version { $version }: they go from 0 to { $newest }.
version-before-all = On { $day } there were no data yet: version 0 is of { $first }.
versions-backwards = Version { $before } is later than version { $after }: name the earlier one first.

## In one line
since-looked = Since you looked on { $day }: { $told }.
since-between = From version { $before } to version { $after }: { $told }.
since-nothing = nothing that this filter shows has changed
since-first-new = { $count ->
    [one] { $count }␣incident new
   *[other] { $count }␣incidents new
}
since-first-changed = { $count ->
    [one] { $count }␣incident changed
   *[other] { $count }␣incidents changed
}
since-first-gone = { $count ->
    [one] { $count }␣incident gone
   *[other] { $count }␣incidents gone
}
since-more = { $kind ->
    [new] { $count }␣new
    [changed] { $count }␣changed
   *[gone] { $count }␣gone
}
since-verdict = finding { $number } is now “{ $verdict }”
since-alarm = { $state ->
    [yes] { $place } stands out now
    [no] { $place } no longer stands out
   *[unknown] it can no longer be said whether { $place } stands out
}
since-figures-alone = figures have changed, and no incident

## Each change
since-kind = { $kind ->
    [new] new
    [changed] changed
   *[gone] gone
}
since-new-why = { $why ->
    [elsewhere] now within this filter
    [joined] counts by itself again, before with { $other }
    [hidden] shown again
    [withdrawn] stated again, withdrawn by { $other } before
   *[absent] { $file ->
        [none] added
       *[other] added by { $file }
    }
}
since-gone-why = { $why ->
    [elsewhere] no longer within this filter
    [joined] counts with { $other } now
    [hidden] hidden
    [withdrawn] withdrawn by { $other }
   *[absent] { $file ->
        [none] taken back
       *[other] taken back with { $file }
    }
}
since-reason = { $told }: “{ $reason }”
since-moved-field = { $field }: { $before } → { $after }
since-rewritten = { $field } rewritten
since-fields-and-why = { $why } ({ $fields })
since-figure = { $figure }: { $before } → { $after }
since-of-verdict = Finding { $number }, { $title }: { $before } → { $after }
since-version-told = Version { $version }, { $day }: { $action } { $about }

## Fields, where their names do not say it
since-field-event-date = day
since-field-event-date-end = last day
since-field-date-precision = how well the day is known (1–5)
since-field-event-type = type
since-field-sub-event-type = kind in detail
since-field-fatalities-low = killed, at least
since-field-fatalities-best = killed
since-field-fatalities-high = killed, at most
since-field-deaths-civilians = civilians killed
since-field-reported-admin1 = province as reported
since-field-reported-admin2 = district as reported
since-field-admin1 = province
since-field-admin2 = district
since-field-location = place
since-field-geo-precision = how well the place is known (1–7)
since-field-notes = what happened
since-field-beside = told by
since-field-is-provisional = provisional
since-field-accounts = accounts
since-yes-no = { $state ->
    [yes] yes
   *[no] no
}

## On the Overview
since-list = What changed
since-list-caption = Incidents that are new, changed or gone
since-column-change = Change
since-column-what = What
since-rest = { $count } more incidents: the file and the command diff list them.
since-file = Save as CSV
since-read = Mark as read
since-may-differ = The data have changed since you looked on { $day }.
since-work-out = Work out what changed
since-working = Comparing two versions
since-untold = What changed since you looked on { $day } cannot be told: { $why }
