"""Panes: know the session; made of fields."""
