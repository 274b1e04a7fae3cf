"""Names: people, bodies and places, grouped by bearer, with the roles and ages beside them."""

from __future__ import annotations

from newslint.annotate.names import bodies, people
from newslint.annotate.names.entities import entities
from newslint.annotate.names.glosses import glosses
from newslint.annotate.names.roles import role_and_age
from newslint.document import Document
from newslint.mentions import Entity, Name
from newslint.spans import Span


def names(doc: Document) -> tuple[Name, ...]:
    """The names of a document; ``id`` is the fullest form used of the bearer, ``role`` and ``age`` stand beside this mention."""
    body = doc.body
    found = entities(doc.all(Entity), body)
    glossed = {short.of(body).replace(".", ""): " ".join(full.of(body).split()) for short, full in glosses(found, body)}
    ids = bodies.bearers([entity for entity in found if entity.label != "PERSON"], glossed, body)
    beside = {entity.span: role_and_age(entity.span, body) for entity in found if entity.label == "PERSON"}
    bearers = iter(people.bearers([_mention(span, role, body) for span, (role, _) in beside.items()]))
    return tuple(
        Name(entity.span, entity.label, next(bearers), *beside[entity.span])
        if entity.label == "PERSON"
        else Name(entity.span, entity.label, ids[bodies.printed(entity, body)])
        for entity in found
    )


def _mention(span: Span, role: str, body: str) -> people.Mention:
    modifies = body[max(0, span.start - 4) : span.start].lower() == "the " and body[span.end : span.end + 2].strip().islower()
    return people.Mention(tuple(span.of(body).split()), role, span.start, modifies)
