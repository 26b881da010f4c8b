"""Suggestions from a model on this computer; they never act by themselves."""

import os

# OpenBLAS reads it when numpy is first imported: two threads on two cores make a short text take
# twice as long, and hold up the window (measured; docs/libraries.md).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
