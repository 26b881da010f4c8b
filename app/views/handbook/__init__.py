"""The handbook in the window: its pages read, written, compared, carried in and out."""
