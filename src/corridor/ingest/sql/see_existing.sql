CREATE OR REPLACE TEMP VIEW stored AS SELECT /* columns */, commit_id, FALSE AS is_withdrawn FROM existing
