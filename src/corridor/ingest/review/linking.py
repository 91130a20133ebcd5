"""Two accounts that are here already, said by a person to tell one incident."""

from __future__ import annotations

import pandas as pd

from corridor.ingest.model.statements import statement
from corridor.ingest.review.decisions import UnknownPairError
from corridor.store import Reader
from corridor.words import later


def link_record(store: Reader, incident_id: str, target_id: str, reason: str) -> pd.DataFrame:
    """Return what a commit writes of a link: `incident_id` counts with `target_id` from then on.

    Raises UnknownPairError when one of them is not here, or both are of one incident already.
    """
    if not reason.strip():
        raise UnknownPairError(later("link-without-reason"))
    ids = [incident_id, target_id]
    found = store.read(statement("keys_of"), {"ids": ids})
    keys = dict(zip(found["incident_id"], found["incident_key"], strict=True))
    lacking = [name for name in ids if name not in keys]
    if len(lacking) > 1:
        raise UnknownPairError(later("link-without-accounts", first=incident_id, second=target_id))
    if lacking:
        raise UnknownPairError(later("link-without-account", account=lacking[0]))
    if keys[incident_id] == keys[target_id]:
        raise UnknownPairError(later("link-there-already", first=incident_id, second=target_id))
    return pd.DataFrame(
        [
            {
                "record_kind": "link",
                "incident_id": incident_id,
                "target_id": target_id,
                "reason": reason.strip(),
            }
        ]
    )
