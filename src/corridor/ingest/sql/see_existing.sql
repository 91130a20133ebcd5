CREATE OR REPLACE TEMP VIEW stored AS SELECT /* columns */, commit_id FROM existing
