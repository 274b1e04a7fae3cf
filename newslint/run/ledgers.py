"""The ledger of a draft with the texts that it speaks of, as the views of it take it."""

from __future__ import annotations

from newslint.finding import Outcome
from newslint.inspection import inspection
from newslint.ledger import ledger
from newslint.view.ledger.held import Held
from newslint.view.marks import Seen


def held(outcome: Outcome) -> Held:
    """What is behind each sentence of the draft, beside the draft and its sources."""
    dossier = outcome.dossier
    draft, *others = (
        Seen(inspection(doc, ("blocks",)), doc.prose) for doc in (dossier.draft, *(source.doc for source in dossier.sources))
    )
    return Held(ledger(outcome), draft, {source.id: seen for source, seen in zip(dossier.sources, others, strict=True)})
