"""What may happen to a communiqué: edits, and the history of them."""
