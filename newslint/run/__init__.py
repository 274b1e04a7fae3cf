"""Many drafts: which files, and documents in JSON lines."""
