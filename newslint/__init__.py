"""The editorial consistency linter for journalists."""

__version__ = "0.1.0"
