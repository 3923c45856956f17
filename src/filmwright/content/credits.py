"""Who is to be named for what is in a film."""

from __future__ import annotations

from filmwright import models
from filmwright.content import models as brought
from filmwright.content.stageable import stageable
from filmwright.models import Credit
from filmwright.spec.film import Film


def credits(film: Film) -> tuple[Credit, ...]:
    """The models in a film that somebody else made, each once."""
    table = brought.table()
    kinds = [m.kind for shot in film.shots for m in stageable(shot, film.seed).shot.cast if m.kind in table]
    return tuple(models.credit(models.brought()[name]) for name in dict.fromkeys(kinds))
