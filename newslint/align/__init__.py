"""The draft held against its sources: align passages first, compare mentions then."""
