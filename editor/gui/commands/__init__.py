"""Commands: what the entries of the menus do, each group with the state it needs."""
