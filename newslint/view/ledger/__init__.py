"""The ledger of a draft and its sources for people: lines, a terminal, a page."""
