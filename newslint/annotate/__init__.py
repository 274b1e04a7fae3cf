"""Document to mentions: one layer a module, each a pure function."""
