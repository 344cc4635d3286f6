"""Writing NewsML-G2: one module for each part of a message."""
