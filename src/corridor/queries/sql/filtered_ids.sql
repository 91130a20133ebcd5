incident_id IN (SELECT unnest($of_ids))
