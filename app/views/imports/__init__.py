"""Reading mail that the owner has as files."""
