"""A woman."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import choose, person
from filmwright.content.figure.outfit import Climate
from filmwright.spec.shot import Member

WORDS = ("woman", "lady", "mother", "wife", "businesswoman", "actress", "grandmother")
EXAMPLE = "A woman in a red coat and black boots walks through a snowy pine forest"


def vary(rng: np.random.Generator, member: Member, *, climate: Climate = "mild") -> person.PersonParams:
    """Who the member is; without a word about it, somebody grown up."""
    return choose.vary(rng, member, female=True, age="adult", climate=climate)


def build(params: person.PersonParams) -> person.Person:
    """The person of these parameters."""
    return person.build(params)
