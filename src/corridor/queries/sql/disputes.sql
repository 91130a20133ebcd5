-- The incidents that several accounts tell, a row for each fact that they dispute, and one without.
SELECT filtered.incident_key, disputed.fact
FROM filtered
INNER JOIN incidents ON incidents.incident_id = filtered.incident_key
LEFT JOIN account_disputes AS disputed
ON
    disputed.incident_key = filtered.incident_key
    AND CASE WHEN $upload = 'without' THEN disputed.without_uploads ELSE disputed.with_uploads END
WHERE incidents.accounts > 1 AND filtered.beside IS NULL
AND (
    $upload <> 'without'
    OR filtered.incident_key IN (
        SELECT incident_key FROM told_accounts WHERE without_uploads GROUP BY incident_key HAVING count(*) > 1
    )
)
ORDER BY filtered.event_date DESC, filtered.incident_id, disputed.fact
