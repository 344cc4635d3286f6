"""What the office knows and keeps on this machine from release to release, in SQLite."""
