### The picture of the layers (docs/images/layers.svg).

picture-title = The layers of the package, the highest first; imports go downward only
layer-docs = pages of the documentation that come from the code
layer-cli = the command line, the pages, what is shipped
layer-workers = checks and commits in processes of their own
layer-actions = the one door for writes; messages about new versions
layer-charts = answers drawn; files that leave
layer-texts = answers as sentences
layer-answers = what a panel, a command or a brief says
layer-findings = rules, indicators, verdicts; files from publishers
layer-analysis = statistics; files to checked rows
layer-queries = a function and a statement for each question
layer-store = records, commits, versions; the home of DuckDB
layer-filter = a row for each choice; who may write; colours
layer-geo = polygons, roads, distances; the codebook as text
layer-packs = what is added as data, read strictly
layer-schema = every field, every setting
layer-words = every sentence that a person reads
layer-vocabulary = closed lists; SQL by the name of its file; sets of days
