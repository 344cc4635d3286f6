"""NewsML-G2: value to XML, XML to value, and what would make it wrong."""
