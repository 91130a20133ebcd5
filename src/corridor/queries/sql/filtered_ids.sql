incident_id IN (SELECT unnest($ids))
