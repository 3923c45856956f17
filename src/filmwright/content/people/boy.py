"""A boy."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import choose, person
from filmwright.content.figure.outfit import Climate
from filmwright.spec.shot import Member

WORDS = ("boy", "son", "little boy", "child", "kid")
EXAMPLE = "A boy in a green sweater runs through a snowy valley"


def vary(rng: np.random.Generator, member: Member, *, climate: Climate = "mild") -> person.PersonParams:
    """Who the member is; without a word about it, somebody of about seven."""
    return choose.vary(rng, member, female=False, age="child", climate=climate)


def build(params: person.PersonParams) -> person.Person:
    """The person of these parameters."""
    return person.build(params)
