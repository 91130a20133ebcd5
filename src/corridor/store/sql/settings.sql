SET TimeZone = 'UTC';
SET enable_progress_bar = false;
