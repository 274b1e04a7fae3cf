"""One check a module; none imports another."""
