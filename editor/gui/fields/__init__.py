"""Fields: know a value, tell a wish; never know the session."""
