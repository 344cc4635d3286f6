"""Reading NewsML-G2: our own word for word, everybody else’s with tolerance."""
