SELECT count(*) > count(DISTINCT t_incident_id) FROM cells
