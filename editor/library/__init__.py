"""What the office knows and keeps on this machine from release to release, in SQLite."""

DIRECTORY = "directory.sqlite3"
"""The name of the directory's store in the user's data folder."""
