"""One function and one `.sql` file per question: IncidentFilter in, DataFrame or figures out."""

from corridor.queries.added import added
from corridor.queries.disputes import (
    accounts_of_incidents,
    disputes,
    location_counts,
    misplaced_incidents,
)
from corridor.queries.grades import by_grade, grades_known, grades_of
from corridor.queries.handed_in import HandedIn, handed_in
from corridor.queries.incidents import (
    accounts_named,
    accounts_of,
    current_accounts,
    first_day,
    incident_ids,
    latest_incidents,
    list_incidents,
    nearest_date,
    uploads_of,
)
from corridor.queries.options import KnownDays, Options, known_days, options
from corridor.queries.places import (
    MOST_MARKS,
    MOST_PLAYED,
    by_district,
    by_type,
    district_months,
    map_grains,
    map_incidents,
    map_places,
    marked_ids,
    place_changes,
)
from corridor.queries.roads import on_roads
from corridor.queries.sources import (
    by_offices,
    coverage,
    held_release,
    hidden_rows,
    list_sources,
    list_spans,
)
from corridor.queries.spans import covered
from corridor.queries.statements import rows_of
from corridor.queries.summary import (
    OTHERS,
    Beside,
    Figures,
    Summary,
    measured_counts,
    measured_figures,
    summary,
    unmeasured_of,
)
from corridor.queries.tactics import by_tactic, tactics_known, tactics_of
from corridor.queries.timeline import (
    GROUPS,
    PERIODS,
    STACKS,
    automatic_period,
    by_group,
    period_of,
    timeline,
    uncertain_dates,
)
from corridor.queries.vague import may_lie_there
from corridor.queries.versions import seen, stamps, whereabouts

__all__ = [
    "GROUPS",
    "MOST_MARKS",
    "MOST_PLAYED",
    "OTHERS",
    "PERIODS",
    "STACKS",
    "Beside",
    "Figures",
    "HandedIn",
    "KnownDays",
    "Options",
    "Summary",
    "accounts_named",
    "accounts_of",
    "accounts_of_incidents",
    "added",
    "automatic_period",
    "by_district",
    "by_grade",
    "by_group",
    "by_offices",
    "by_tactic",
    "by_type",
    "coverage",
    "covered",
    "current_accounts",
    "disputes",
    "district_months",
    "first_day",
    "grades_known",
    "grades_of",
    "handed_in",
    "held_release",
    "hidden_rows",
    "incident_ids",
    "known_days",
    "latest_incidents",
    "list_incidents",
    "list_sources",
    "list_spans",
    "location_counts",
    "map_grains",
    "map_incidents",
    "map_places",
    "marked_ids",
    "may_lie_there",
    "measured_counts",
    "measured_figures",
    "misplaced_incidents",
    "nearest_date",
    "on_roads",
    "options",
    "period_of",
    "place_changes",
    "rows_of",
    "seen",
    "stamps",
    "summary",
    "tactics_known",
    "tactics_of",
    "timeline",
    "uncertain_dates",
    "unmeasured_of",
    "uploads_of",
    "whereabouts",
]
