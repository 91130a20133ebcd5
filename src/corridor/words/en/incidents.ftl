### The page Incidents.

incidents-title = Incidents, { $place }
incidents-select = Tick a row to read every account of it, several to select them.
named-source-public = press (PUBLIC)
incidents-which = Which incidents to list
incidents-which-all = All of the filter
incidents-which-selected = Selected
incidents-ticked-too-many = The first { $most } of the ticked rows are selected. To select more, draw on the map or narrow the filter.
incidents-columns = Columns
incidents-newest = The newest { $shown } are listed; the files hold all of them.
incidents-opened-first = The incident that the link opens is listed first.
incidents-killed-help = Best count; empty is unknown
# How Streamlit writes a number of kilometres: "%.1f" is the number.
incidents-road-km-format = %.1f km
incident-unknown = There is no incident “{ $id }” in the data.
incident-not-in-filter = This incident does not match the filter.

tactic-none-listed = no listed word

## Accounts that disagree
disagreements-told = { $all ->
    [0] No incident of the series has several accounts.
    [one] { $count ->
        [0] The one incident with several accounts is told alike by all.
       *[other] The one incident with several accounts is told otherwise by some.
    }
   *[other] { $count ->
        [0] All { $all }␣incidents with several accounts are told alike.
        [one] Of { $all }␣incidents with several accounts 1␣is told otherwise by some.
       *[other] Of { $all }␣incidents with several accounts { $count } are told otherwise by some.
    }
}
disagreements-by-fact = They disagree on: { $facts }.
disagreements-on = { $fact } { $count }
disagreements-caption = Incidents whose accounts disagree
disagreements-note = The counted account gives every number. “Sides” and “type” are compared as each source names them: one may say “Government”, another “police”.
disagreements-more = { $count ->
    [one] { $count }␣more is not listed; narrow the filter to see it.
   *[other] { $count }␣more are not listed; narrow the filter to see them.
}
disagreement-said = { $value } ({ $tellers })
disagreement-place = { $place }, { $precision }
disagreement-not-said = nobody named
disputed-deaths = deaths
disputed-place = place
disputed-date = date
disputed-sides = sides
disputed-type = type

## How it was done
tactics-known = { $all ->
    [0] No incident of the series matches.
    [one] { $count ->
        [0] No account tells how the one incident was done.
       *[other] An account tells how the one incident was done.
    }
   *[other] { $count ->
        [0] No account tells how any of { $all }␣incidents was done.
       *[other] An account tells how { $count } of { $all }␣incidents { $count ->
            [one] was
           *[other] were
        } done.
    }
}
tactics-silent = { $count ->
    [one] { $count } has no notes and no code of how: its tactic is unknown.
   *[other] { $count } have no notes and no code of how: their tactic is unknown.
}
tactics-unlisted = { $count ->
    [one] { $count } has notes in which no listed word stands: unknown too.
   *[other] { $count } have notes in which no listed word stands: unknown too.
}
tactics-caption = Incidents by tactic
tactics-note = An incident may have several. “Coded”: a column of a source says it. The others are found in the notes by a listed word (word list { $version }); a word can mislead, and says nothing of incidents without notes. Method tells how often.
tactic-coded-sub-event-type = coded as kind
tactic-coded-abducted = coded: people abducted
tactic-found = { $count ->
    [one] found in notes by the word { $words }
   *[other] found in notes by the words { $words }
}
tactic-with-source = { $tactic } – { $source }

## Who reports them
channels-most = { $all ->
    [one] The one that names a news channel names { $channel }.
   *[other] Of the { $all } that name a news channel, { $count } { $count ->
        [one] names
       *[other] name
    } { $channel }.
}
channels-alone = { $count ->
    [0] No incident rests on { $channel } alone.
    [one] { $count }␣incident rests on { $channel } alone.
   *[other] { $count }␣incidents rest on { $channel } alone.
}
channels-caption = News channels by the incidents that they report
channels-note = As the counted account of each incident has it; spellings of one channel are one. A rise may be a rise of one channel’s reporting.
channels-more = { $count ->
    [one] { $count }␣more channel is not listed.
   *[other] { $count }␣more channels are not listed.
}
channels-unnamed = { $count ->
    [one] { $count }␣incident names no news channel.
   *[other] { $count }␣incidents name no news channel.
}
