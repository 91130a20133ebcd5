"""An uploaded table, from its bytes to a commit, in the order in which a row passes the rooms.

`files` lands the bytes as text, `layouts` says what the columns are, `checks` looks at every cell,
row and place, `review` holds the accounts against the store and a person's decisions; `model` are
the plain values that they hand on. docs/workbench.md lists the tables between them.
"""

from corridor.ingest.checks.file import read_upload
from corridor.ingest.layouts.recognise import LAYOUTS
from corridor.ingest.model.problem import Problem
from corridor.ingest.model.report import IngestReport

__all__ = ["LAYOUTS", "IngestReport", "Problem", "read_upload"]
