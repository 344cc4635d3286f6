"""Background: what goes on behind the window, after a pause or in a thread, without holding up a key."""
