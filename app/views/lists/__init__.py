"""The owner's lists: what they hold, in which order, under which names."""
