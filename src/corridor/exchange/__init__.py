"""Files that leave: exports of incidents, and the template."""
