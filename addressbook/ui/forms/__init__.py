"""The forms in which contacts are written."""
