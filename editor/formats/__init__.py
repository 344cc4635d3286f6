"""Files: bytes to value and value to bytes."""
