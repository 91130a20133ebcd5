### Lists of incidents to hide, and what a source covers.

list-without-ids = The list has no column incident_id: its columns are { $columns }. Name the column of ids incident_id in the first line.
list-of-a-source = A source's own list of deleted events. The reason is the day on which each was deleted.
list-not-here = { $rows ->
    [one] Its one event is not here.
   *[other] { $count } of its { $rows } events are not here.
}
list-rows-bad = { $bad } of { $rows } rows are bad. Nothing was hidden. Correct them, or choose to hide the incidents that are here.
list-names-none-here = No row names an incident that is here. Nothing was hidden. Copy the ids from the Incidents page.
remedy-id-in-list = Write the id of one incident, such as MYLIST:1, or delete the row.

## What a source covers
coverage-backwards = { $source }: its coverage ends on { $last }, before it begins
release-too-narrow = { $source }: the rows run from { $first } to { $last }, and version { $version } does not cover all of these days. Give the version that the file is of, or the days that it covers
coverage-too-narrow = { $source }: its incidents run from { $first } to { $last }; the coverage must include them
