-- The table's name is a constant of ours. Cells stay text, whatever they look like.
CREATE OR REPLACE TEMP TABLE /* name */ AS
SELECT row_number() OVER () AS record, *
FROM read_csv(
    $path, columns = $columns, delim = $delimiter, skip = $skip, header = false,
    auto_detect = false, all_varchar = true, quote = '"', escape = '"', new_line = '\n',
    strict_mode = true, null_padding = false, max_line_size = 16777216
)
