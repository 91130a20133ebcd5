"""What a panel, a command or a brief says, as frozen values: a reader and a filter in, a value out.

Pages draw these values and the command line prints them: both say the same because both ask here.
"""

from corridor.answers.absence import Absence, absence
from corridor.answers.acts import acts
from corridor.answers.brief import Brief, Tested, brief
from corridor.answers.changes import Change, Changes, changes
from corridor.answers.channels import Channel, Channels, channels
from corridor.answers.coverage import Coverage, Span, coverage
from corridor.answers.disagreements import Disagreement, Disagreements, disagreements
from corridor.answers.findings import SIDES, evidence_of, road_profile
from corridor.answers.found_places import FoundPlace, FoundPlaces, found_places
from corridor.answers.graded_verdicts import GradedVerdicts, graded_verdicts
from corridor.answers.grades import Graded, Grades, grades
from corridor.answers.headline import Headline, headline
from corridor.answers.held_series import HeldSeries, held_series
from corridor.answers.hidden import Hidden, hidden
from corridor.answers.incident import Incident, incident
from corridor.answers.indicator_history import (
    Course,
    IndicatorHistory,
    Moment,
    indicator_history,
)
from corridor.answers.judgements import Said, judgements
from corridor.answers.key_figures import FIGURES, KeyFigures, key_figures, late_days
from corridor.answers.levels import Levels, levels
from corridor.answers.location_disputes import (
    Apart,
    Disputed,
    LocationDisputes,
    Misplaced,
    location_disputes,
)
from corridor.answers.moment import moment
from corridor.answers.next_month import Ahead, NextMonth, next_month
from corridor.answers.places import (
    DistrictCount,
    LegendCounts,
    Places,
    districts,
    places,
    selected_marks,
)
from corridor.answers.rates import Rate, Rates, compared_rates, district_rates
from corridor.answers.record_age import RecordAge, record_age
from corridor.answers.report_check import ReportCheck, check_report
from corridor.answers.report_incident import ReportIncident, report_incident
from corridor.answers.rivals import Rivals, rivals
from corridor.answers.roads import BACK_DAYS, Profile, Roads, RoadStrip, Stretch, roads
from corridor.answers.selected import Selected, selected
from corridor.answers.sensitivity import Sensitivity, sensitivities, sensitivity
from corridor.answers.since import Altered, Since, since
from corridor.answers.surges import RULES, USUAL_RULE, Surge, Surges, surges
from corridor.answers.tactics import Tactic, Tactics, tactics
from corridor.answers.time_views import SPLITS, VIEWS, TimeView, picked_cells, time_view
from corridor.answers.timeline import Timeline, bars_within, timeline
from corridor.answers.verdict_history import VerdictHistory, verdict_history
from corridor.answers.ways import Ways, ways
from corridor.answers.where_next import WhereNext, where_next

__all__ = [
    "BACK_DAYS",
    "FIGURES",
    "RULES",
    "SIDES",
    "SPLITS",
    "USUAL_RULE",
    "VIEWS",
    "Absence",
    "Ahead",
    "Altered",
    "Apart",
    "Brief",
    "Change",
    "Changes",
    "Channel",
    "Channels",
    "Course",
    "Coverage",
    "Disagreement",
    "Disagreements",
    "Disputed",
    "DistrictCount",
    "FoundPlace",
    "FoundPlaces",
    "Graded",
    "GradedVerdicts",
    "Grades",
    "Headline",
    "HeldSeries",
    "Hidden",
    "Incident",
    "IndicatorHistory",
    "KeyFigures",
    "LegendCounts",
    "Levels",
    "LocationDisputes",
    "Misplaced",
    "Moment",
    "NextMonth",
    "Places",
    "Profile",
    "Rate",
    "Rates",
    "RecordAge",
    "ReportCheck",
    "ReportIncident",
    "Rivals",
    "RoadStrip",
    "Roads",
    "Said",
    "Selected",
    "Sensitivity",
    "Since",
    "Span",
    "Stretch",
    "Surge",
    "Surges",
    "Tactic",
    "Tactics",
    "Tested",
    "TimeView",
    "Timeline",
    "VerdictHistory",
    "Ways",
    "WhereNext",
    "absence",
    "acts",
    "bars_within",
    "brief",
    "changes",
    "channels",
    "check_report",
    "compared_rates",
    "coverage",
    "disagreements",
    "district_rates",
    "districts",
    "evidence_of",
    "found_places",
    "graded_verdicts",
    "grades",
    "headline",
    "held_series",
    "hidden",
    "incident",
    "indicator_history",
    "judgements",
    "key_figures",
    "late_days",
    "levels",
    "location_disputes",
    "moment",
    "next_month",
    "picked_cells",
    "places",
    "record_age",
    "report_incident",
    "rivals",
    "road_profile",
    "roads",
    "selected",
    "selected_marks",
    "sensitivities",
    "sensitivity",
    "since",
    "surges",
    "tactics",
    "time_view",
    "timeline",
    "verdict_history",
    "ways",
    "where_next",
]
