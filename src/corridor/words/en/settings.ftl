### The settings of an operator, and what is said when one does not fit.

## The page
settings-title = Settings
settings-about = Read from the environment at start. A test fails when this page is stale.
settings-column-variable = variable
settings-column-default = default
settings-column-meaning = meaning
settings-default-folder = a checkout's `data/`
settings-default-empty = empty

## What does not fit
setting-no-whole-number = { $variable } must be a whole number above zero, not { $value }
setting-of-another-form = { $variable } must look like { $example }, not { $value }

## What each one means
setting-meaning-data-dir = Folder that holds the incident store. Seed, reference geography and reports are read from it when it has them, else those that are shipped. An installed package keeps it in the person's own data folder, such as `~/.local/share/corridor-watch`.
setting-meaning-language = Language of pages, command line and files. `xx` (English, accented and longer) and `xr` (the same, right to left) show developers what is no message yet.
setting-meaning-user = Name written into the history of uploads made without a name.
setting-meaning-max-upload-mb = Largest file accepted for upload, in megabytes.
setting-meaning-max-store-mb = Largest store that `import-store` unpacks from an archive, in megabytes.
setting-meaning-max-rows-shown = Most rows that the incident table shows at once.
setting-meaning-allowed-hosts = Names under which the server answers besides `localhost`, `127.0.0.1` and `::1`, with commas between them; `*.example.org` stands for any name below it, `*` for any. Empty: the name in `STREAMLIT_BROWSER_SERVER_ADDRESS`.
setting-meaning-require-origin = Whether a connection must say which page opened it, as every browser does; one that names a page of another address is refused in any case. `no` lets in programs that name none, and browsers behind a proxy that takes the header `Origin` away.
setting-meaning-memory-limit = Memory that DuckDB may use for queries.
setting-meaning-threads = Threads that DuckDB may use for queries.
setting-meaning-check-memory = Memory that the process may take in which an uploaded file is checked or written; some 300 MB of it are the program itself. On Windows only DuckDB's part is limited.
setting-meaning-check-seconds = Seconds that the check of one uploaded file may take, once its turn has come.
setting-meaning-checks-at-once = Uploaded files that are worked on at the same time; others wait and see their place.
setting-meaning-check-nice = How far a check stands back when readers want the processor too: from 1, hardly, to 19. On Windows it has no effect.
