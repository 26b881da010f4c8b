"""Balie: webcare for a small firm, on its owner's own computer."""

__version__ = "0.1.0"
