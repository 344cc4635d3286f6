"""What is wrong: rules that read a communiqué and yield findings."""
