### Files that are opened: what they are, why one cannot be read, what was assumed of it.

-save-as-csv = Open the table in its program and save it as “CSV UTF-8”.
-save-as-utf8 = Save it again as “CSV UTF-8” (in a text editor: encoding UTF-8).
-save-the-sheet = Save the sheet as “CSV UTF-8” or as a new workbook (XLSX).
-fetch-it-again = Download or export it again, or choose the CSV file without compression.

## What it is
file-of-another-kind = The file is { $kind ->
    [pdf] a PDF document
    [archive-or-spreadsheet] a ZIP archive or a spreadsheet (XLSX, ODS)
    [empty-archive] an empty ZIP archive
    [xls] an old spreadsheet (XLS)
    [parquet] a Parquet file
    [picture] a picture
    [picture-or-film] a picture or a film
    [seven-zip] a packed archive (7z)
    [rar] a packed archive (RAR)
    [bzip2] a packed file (bzip2)
    [xz] a packed file (xz)
    [zstd] a packed file (zstd)
    [rtf] a text document (RTF)
   *[database] a database
}, not CSV. { -save-as-csv }
file-too-large = The file has { $size } MB; at most { NUMBER($most, useGrouping: 0) } MB are read. Split it into smaller files and repeat the line of column names in each.
file-empty = The file is empty. Choose the file that holds your rows, or start from the template.
file-binary-data = The file is not text; it holds binary data. { -save-as-csv }
file-binary = The file is binary, not text. { -save-as-csv }
file-web-page = The file is a web page or XML, not a table. Download the table itself as CSV.
file-json = The file is JSON, not a table. Export the table as CSV.
file-no-workbook = The file is no workbook: it has no sheet “{ $sheet }”.

## Its encoding
file-cut-off = The file is damaged: only part of it is in the encoding { $encoding }. { -save-as-utf8 }
file-read-as = The file is not UTF-8. It was read as { $encoding ->
    [cp1256] Windows-1256 (Arabic)
   *[cp1252] Windows-1252 (Latin-1)
}; check that the names look right.
file-mixes-encodings = The file mixes encodings, or uses one that cannot be read: line { $line } holds the byte { $byte }, which is not UTF-8, and the file is not Windows-1256 or Latin-1 throughout. { -save-as-utf8 }

## Compressed
gzip-damaged = The compressed file (gzip) is damaged. { -fetch-it-again }
gzip-twice = The file is compressed twice (gzip in gzip). Unpack it once.
gzip-cut-off = The compressed file (gzip) ends too early. { -fetch-it-again }
gzip-of-several = The compressed file (gzip) holds more than one file. Unpack it and choose one CSV.
unpacked-too-large = The compressed file unpacks to more than { $size } MB, more than can be read. Split the table into smaller files.

## Workbooks
workbook-without-rows = The workbook has no sheet with rows. Choose another file.
workbook-without-the-sheet = The workbook has no sheet “{ $sheet }” with rows. It has: { $sheets }.
workbook-locked = The workbook is protected by a password. Remove the password, or save the sheet as “CSV UTF-8”.
workbook-xls = The file is an old spreadsheet (XLS), which cannot be read. { -save-the-sheet }
workbook-xlsb = The file is a binary workbook (XLSB), which cannot be read. { -save-the-sheet }
workbook-ods = The file is an OpenDocument file (ODS), which cannot be read. { -save-the-sheet }
workbook-docx = The file is a text document (DOCX). Save its table as “CSV UTF-8”.
workbook-no-table = The file is a ZIP archive, not a table. Unpack it and choose the CSV file or workbook inside.
workbook-damaged = The file is a damaged spreadsheet (XLSX) or ZIP archive. { -save-the-sheet }
workbook-parts-too-many = The spreadsheet has too many parts. Save it as “CSV UTF-8”.
workbook-merges-too-many = The sheet has too many merged cells. Undo the merges. { -save-the-sheet }
workbook-vast = The workbook reaches to row { $row } and column { $column }: most of it is empty, or it is too large to read. Copy the table into a new workbook, or save it as “CSV UTF-8”.
workbook-text-too-long = The workbook holds more text than can be read. Split the table into smaller files.
workbook-merged = { $count ->
    [one] { $count } merged cell over several rows. The text was read in each row; numbers of people stay unknown.
   *[other] { $count } merged cells over several rows. The text was read in each row; numbers of people stay unknown.
}
workbook-unsaved = { $count ->
    [one] { $count } formula without a saved result. Open the workbook in the program that made it, save it and upload it again.
   *[other] { $count } formulas without a saved result. Open the workbook in the program that made it, save it and upload it again.
}
workbook-errors = { $count ->
    [one] { $count } cell with an error in place of a result ({ $errors }): read as empty.
   *[other] { $count } cells with an error in place of a result ({ $errors }): read as empty.
}
workbook-other-sheets = { NUMBER($count, useGrouping: 0) } sheets of the workbook have rows. “{ $sheet }” was read, { $others } not. To read another, choose it (page: “How the file is read”; command line: --sheet).

## The line of column names
header-too-long = The first line is longer than { $most } characters. Check that the file is a table with one row per incident, each on a line of its own.
header-below = The column names are on line { $line }. Ignored above them: “{ $above }”.
header-absent = The file has no line of column names. They are called { $first } to { $last }.
header-absent-as = The file has no line of column names. It has the { $count } columns of { $export ->
    [acled] an ACLED export
    [ucdp-country] a UCDP GED file by country
   *[ucdp-release] a UCDP GED release
}.
column-empty = Ignored: column { $columns }, which has no name and is empty.
column-running = Ignored: column { $columns }, which has no name and holds a running number.
columns-too-many = The first line has { $count } columns; at most { $most } are read. Check that the file is a table with one row per incident.
columns-of-one-name = Two columns have the same name: { $names }. Rename or delete one of them.
column-nameless = Column { $column } of { $count } has no name in { $header ->
    [first] the first line
   *[other] line { $header }
}. Give it a name or delete the column.

## Its rows
file-without-rows = The file has column names but no rows. Add one row per incident below the first line.
file-wrapped = The whole file stands inside one pair of quotation marks: read without them.
lines-wrapped = Whole lines are inside quotation marks. The marks were left out.
rows-wrapped = { $count ->
    [one] { $count } row stands wholly inside quotation marks (line { $line }). The marks were left out.
   *[other] { $count } rows stand wholly inside quotation marks (the first on line { $line }). The marks were left out.
}
row-text-below-no-name = The row on line { $line } has text in column { $column }, which has no name. Give the column a name in { $header ->
    [first] the first line
   *[other] line { $header }
} or empty the cell.
row-text-beyond = The row on line { $line } has text in a column without a name. Name the column in { $header ->
    [first] the first line
   *[other] line { $header }
} or empty the cell.
row-ragged = The row on line { $line } has { NUMBER($cells, useGrouping: 0) } cells, { $header ->
    [first] the first line
   *[other] line { $header }
} has { $columns }. A cell that holds a { $mark ->
    [comma] comma
    [semicolon] semicolon
    [tab] tab
    [bar] vertical bar
   *[other] “{ $mark }”
} or a line break must be put between two quotation marks (").
row-quotes = The quotation marks in the row that starts on line { $line } do not match. Put the whole cell between two " and write a " inside it twice ("").
row-cell-too-long = A cell in the row that starts on line { $line } is longer than { $most } characters. A quotation mark before it is probably not closed.
