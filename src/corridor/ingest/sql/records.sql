SELECT 'account' AS record_kind, /* columns */ FROM placed
UNION ALL BY NAME
SELECT record_kind, incident_id, target_id, reason FROM decided
