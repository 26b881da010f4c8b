"""Questions that come back, in the window: a room with what is done about each."""
