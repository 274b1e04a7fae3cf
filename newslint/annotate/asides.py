"""What stands between the figures of one reckoning and is no part of it: asides, periods, who says so."""

from __future__ import annotations

import re

from newslint.kept.regexes import compiled

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
ASIDE = compiled(
    rf"""\s?\([^()]{{0,60}}\)
    | ,?\sor\s[^,;()]{{0,40}}?\s(?:a|per)\s(?:diluted\s)?share\b  # "$30m, or 40 cents a share, from $25m"
    | ,?\s(?:in|over|during|for)\s(?:the|its)\s(?:[\w-]+\s){{0,3}}?(?:months?|quarter|half|weeks?|year)\s
      (?:to|through|(?:that\s)?end(?:ed|ing))\s
      (?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}}\b)?(?:,?\s\d{{4}})?
      # "in the three months to June"
    | ,\s(?:(?!(?:and|but|from|to|up|down|or)\b)[\w'’-]+\s){{1,5}}(?:said|says|reported|announced)(?:\son\s\w+day)?(?=,)
    """,
    re.VERBOSE,
)
"""To be left out before the words between two figures are read."""
