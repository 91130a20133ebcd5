### The settings of an operator, and what is said when one does not fit.

## The page
settings-title = Settings
settings-about = Read from the environment at start. A test fails when this page is stale.
settings-column-variable = variable
settings-column-default = default
settings-column-meaning = meaning
settings-default-folder = a checkout's `data/`
settings-default-empty = empty

settings-secrets = Tokens and passwords
settings-secrets-about = Read from the environment when something is fetched, else from the system's keyring if Python's package `keyring` is installed (service `corridor-watch`, user: the name of the variable). They are written nowhere.

## What does not fit
setting-no-whole-number = { $variable } must be a whole number above zero, not { $value }
setting-of-another-form = { $variable } must look like { $example }, not { $value }
setting-no-address = { $variable } must be an address such as { $example }, without a name, a password or a question mark in it

## What each one means
setting-meaning-data-dir = Folder that holds the incident store. Seed, reference geography and reports are read from it when it has them, else those that are shipped. An installed package keeps it in the person's own data folder, such as `~/.local/share/corridor-watch`.
setting-meaning-language = Language of pages, command line and files. `xx` (English, accented and longer) and `xr` (the same, right to left) show developers what is no message yet.
setting-meaning-user = Name written into the history of uploads made without a name.
setting-meaning-today = The day up to which the age of the record is counted, as YYYY-MM-DD. Empty: today.
setting-meaning-max-upload-mb = Largest file accepted for upload, in megabytes.
setting-meaning-max-store-mb = Largest store that `import-store` unpacks from an archive, in megabytes.
setting-meaning-max-rows-shown = Most rows that the incident table shows at once.
setting-meaning-allowed-hosts = Names under which the server answers besides `localhost`, `127.0.0.1` and `::1`, with commas between them; `*.example.org` stands for any name below it, `*` for any. Empty: the name in `STREAMLIT_BROWSER_SERVER_ADDRESS`.
setting-meaning-require-origin = Whether a connection must say which page opened it, as every browser does; one that names a page of another address is refused in any case. `no` lets in programs that name none, and browsers behind a proxy that takes the header `Origin` away.
setting-meaning-sign-in = Whether people sign in. `no`: whoever reaches the pages on this machine is an editor. `proxy`: a proxy in front signs people in and names them; who may do what stands in `people.toml` of the data folder.
setting-meaning-user-header = The header in which the proxy names the person.
setting-meaning-groups-header = The header in which the proxy names the person’s groups, with commas between them.
setting-meaning-memory-limit = Memory that DuckDB may use for queries.
setting-meaning-threads = Threads that DuckDB may use for queries.
setting-meaning-check-memory = Memory that the process may take in which an uploaded file is checked or written; some 300 MB of it are the program itself. On Windows only DuckDB's part is limited.
setting-meaning-check-seconds = Seconds that the check of one uploaded file may take, once its turn has come.
setting-meaning-checks-at-once = Uploaded files that are worked on at the same time; others wait and see their place.
setting-meaning-check-nice = How far a check stands back when readers want the processor too: from 1, hardly, to 19. On Windows it has no effect.
setting-meaning-fetch = Whether files may be fetched from publishers when a person asks for it. `no` takes the button from the page and refuses the command update.
setting-meaning-ucdp-url = Where UCDP's yearly releases lie, a ZIP archive or a plain CSV. `{"{digits}"}` stands for the version without points (251), `{"{underscored}"}` for it with _ (25_1), `{"{version}"}` for it as it is (25.1). A copy in a closed network is named here.
setting-meaning-ucdp-candidate-url = The same for UCDP's candidate events, month by month.
setting-meaning-ucdp-api-url = UCDP's interface for events, asked instead of the files when there is a token.
setting-meaning-ucdp-requests-a-day = Questions that UCDP's interface may be asked a day (UTC), failed ones among them.
setting-meaning-acled-url = ACLED's interface for events.
setting-meaning-acled-token-url = Where ACLED gives tokens for a name and a password.
setting-meaning-max-fetch-mb = Largest file that is fetched, packed and unpacked, in megabytes.
setting-meaning-fetch-seconds = Seconds that one file may take to arrive. What has arrived is kept, and the next attempt goes on there.
setting-meaning-pages-url = Address at which readers open the pages, for the links of messages and feed. Empty: no links.
setting-meaning-webhook-url = Where the command notify sends a signed message about each new version. Empty: nowhere.
setting-meaning-mail-to = To whom the command notify mails about each new version, with commas between addresses. Empty: to nobody.
setting-meaning-mail-from = From whom. Empty: the first of those that it goes to.
setting-meaning-smtp-url = The server that takes mail: `smtp://host:port`, encrypted if it can be, or `smtps://host:port`. Empty: no mail is sent.
setting-meaning-message-seconds = Seconds that a receiver of messages may take to answer.

## Secrets
secret-meaning-ucdp-token = Token for UCDP's interface, from its maintainer.
secret-meaning-acled-user = Address of a myACLED account.
secret-meaning-acled-password = Password of that account.
secret-meaning-proxy-secret = What the proxy proves itself with, in the header `X-Corridor-Proxy`: 16 signs at least.
secret-meaning-webhook-secret = What messages are signed with: `whsec_` and 24 to 64 bytes in Base64. Without one no webhook is sent.
secret-meaning-smtp-user = Name at the server that takes mail, where it asks for one.
secret-meaning-smtp-password = Password for that name.
