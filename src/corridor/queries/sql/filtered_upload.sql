(
        $upload = 'without'
        OR incident_key IN (
            SELECT told.incident_key
            FROM accounts AS told
            WHERE told.commit_id = $upload
            OR ($upload = 'only' AND told.commit_id <> 'seed')
        )
    )
