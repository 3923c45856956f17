"""A man."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import choose, person
from filmwright.content.figure.outfit import Climate
from filmwright.spec.shot import Member

WORDS = ("man", "guy", "gentleman", "father", "husband", "businessman", "detective", "fisherman", "person", "stranger")
EXAMPLE = "A man in a black leather jacket stands in a neon city street at night"


def vary(rng: np.random.Generator, member: Member, *, climate: Climate = "mild") -> person.PersonParams:
    """Who the member is; without a word about it, somebody grown up."""
    return choose.vary(rng, member, female=False, age="adult", climate=climate)


def build(params: person.PersonParams) -> person.Person:
    """The person of these parameters."""
    return person.build(params)
