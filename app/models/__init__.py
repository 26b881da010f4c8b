"""Entities of the store and the pure rules that decide about them."""
