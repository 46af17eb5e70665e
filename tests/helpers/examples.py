"""How many examples a property is tried with; tests/conftest.py sets how many they are for most."""

from __future__ import annotations

from hypothesis import settings


def few() -> int:
    """A quarter of what others get: for properties whose examples each write files or call a server."""
    return settings.default.max_examples // 4
