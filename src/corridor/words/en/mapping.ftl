### A person's mapping of a table's columns: what is wrong in it, which one is used.
### What stands in quotation marks are keys of the mapping file, which no language changes.

mapping-not-json = the mapping is not JSON: { $error }
mapping-no-object = the mapping must be an object with "corridor_mapping": { $version }
mapping-names-unknown = the mapping names “{ $name }”, which is not known
mapping-names-nearly = the mapping names “{ $name }”, which is not known; perhaps { $near } is meant
mapping-codes-no-object = "codes" must be an object with an object for each column
mapping-no-texts = "{ $key }" must be an object of texts, such as {"{"}"event_date": "Date"{"}"}
mapping-unknown-no-list = "unknown" must be a list of words, such as ["n/a"]
mapping-date-order = "date_order" must be "dmy", "mdy" or null
mapping-decimal = "decimal" must be "comma", "point" or null
mapping-row-counts = "row_counts" must be the name of a column, or null
mapping-column-twice = { $column } is in both “columns” and “same”: keep one of them
mapping-one-id = incident_id cannot be the same for every row: leave it out of “same”
mapping-codes-without-column = “codes” names { $column }, which has no column in “columns”
mapping-code-unknown = “codes” turns { $column } “{ $theirs }” into “{ $ours }”, which is not known here; { $advice ->
    [perhaps] perhaps { $choices } is meant
   *[one-of] write one of: { $choices }
}
mapping-same-unknown = “same” gives { $column } the text “{ $ours }”, which is not known here; { $advice ->
    [perhaps] perhaps { $choices } is meant
   *[one-of] write one of: { $choices }
}
mapping-lacks = the mapping does not say where { $columns } comes from: name a column in “columns”, or a text for every row in “same”
mapping-refused = The mapping does not say where { $columns } comes from: name a column in “columns”, or a text for every row in “same”.
mapping-of-before = Columns read as in { $file } of { $day }, which had the same columns.
