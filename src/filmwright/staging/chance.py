"""What is left to chance."""

from __future__ import annotations

import hashlib

import numpy as np


def random_for(seed: int, *what: str) -> np.random.Generator:
    """A generator that depends on the film's seed and on what it is for, so that one word changed leaves the rest alone."""
    text = "/".join((str(seed), *what)).encode()
    return np.random.default_rng(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little"))
