"""Who is to be named for what is in a film."""

from __future__ import annotations

from pathlib import Path

from filmwright import models
from filmwright.content import models as brought
from filmwright.content.stageable import stageable
from filmwright.models import Credit
from filmwright.spec.film import Film
from filmwright.spec.mocap import opened


def credits(film: Film) -> tuple[Credit, ...]:
    """Who made the models in a film, and who moved in its takes, each once. Raises BadInput for a take that cannot be used."""
    table = brought.modules_brought()
    cast = [m for shot in film.shots for m in stageable(shot, film.seed).shot.cast]
    owed = [models.credit(models.brought()[m.kind]) for m in cast if m.kind in table]
    takes = [opened(Path(m.action.take)).consent for m in cast if m.action is not None and m.action.take is not None]
    owed += [Credit("movement", c.performer, f"with consent of {c.date}", None) for c in takes if c is not None]
    return tuple(dict.fromkeys(owed))
