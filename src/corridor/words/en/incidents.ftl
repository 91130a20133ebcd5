### The page Incidents.

incidents-title = Incidents, { $place }
incidents-select = Select a row to read every account of it.
incidents-columns = Columns
incidents-newest = The newest { $shown } are listed; the files hold all of them.
incidents-opened-first = The incident that the link opens is listed first.
incidents-killed-help = Best count; empty is unknown
# How Streamlit writes a number of kilometres: "%.1f" is the number.
incidents-road-km-format = %.1f km
incident-unknown = There is no incident “{ $id }” in the data.
incident-not-in-filter = This incident does not match the filter.

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
