CREATE OR REPLACE TEMP VIEW file_rows AS SELECT /* columns */ FROM cells
