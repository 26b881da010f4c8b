"""Pictures of every screen, for the documents and for whoever looks a change over."""
