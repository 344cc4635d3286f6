"""What the schema cannot say: the rules N01 to N43, one module for each subject."""
