"""What the linter sees in a draft, shown to people: one module a form.

The views know no document and no annotator: they are given the rows of ``inspection`` and the
text that these point into.
"""
