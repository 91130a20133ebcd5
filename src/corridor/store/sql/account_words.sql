-- What a text is looked for in, one row for each account. Made when a text is first searched.
CREATE TABLE account_words AS
SELECT
    incident_key,
    geo_precision,
    latitude,
    longitude,
    folded(concat_ws(
        ' ', '', incident_id, location, admin1, admin2, reported_admin1, reported_admin2, actor1,
        actor2, event_type, sub_event_type, source, source_title, source_office, notes, ''
    )) AS search_text
FROM accounts
