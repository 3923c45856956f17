"""Configuration, read in one place and passed down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from filmwright.errors import BadInput

QualityName = Literal["draft", "standard", "final"]


class Plan(NamedTuple):
    """How the frames of a shot are made, the same on every machine.

    stride: at most every how many frames the whole picture is rendered while the camera moves; the frames between are carried
    over from those, and only what moves is rendered in them. locked_stride: the same when the camera stands still.
    key_samples and part_samples: samples a pixel of a whole picture and of the part that moves. scale: the share of the film's
    size that is rendered."""

    stride: int
    locked_stride: int
    key_samples: int
    part_samples: int
    scale: float = 1.0

    def every(self, *, locked: bool, everywhere: bool = False) -> int:
        """At most every how many frames the whole picture is rendered: in a shot whose camera stands still or not, where things
        move everywhere in the picture or not."""
        return 1 if everywhere else self.locked_stride if locked else self.stride


QUALITIES: dict[str, Plan] = {
    "draft": Plan(stride=16, locked_stride=48, key_samples=6, part_samples=2),
    "standard": Plan(stride=6, locked_stride=24, key_samples=16, part_samples=12),
    "final": Plan(stride=3, locked_stride=12, key_samples=48, part_samples=48),
}


class Settings(NamedTuple):
    """cache: everything that can be made again (body data, baked light, frames). worker_silence_s: how long a worker may say
    nothing before it counts as hung. worker_attempts: fresh starts without a new frame before giving up. device: auto or cpu.
    threads: render threads of a worker, 0 for one a core. ray: address of a Ray cluster ("auto", "host:port"), None for this
    machine alone. frames_gb: how much disk the frames of earlier films may take. models: folders of models that people bring
    (filmwright.models)."""

    cache: Path
    worker_silence_s: float = 900.0
    worker_attempts: int = 3
    device: str = "auto"
    threads: int = 0
    ray: str | None = None
    frames_gb: float = 20.0
    models: tuple[Path, ...] = ()


FURNITURE = Path("/usr/share/sweethome3d/furniture")  # where Debian's sweethome3d-furniture puts its catalogs


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment: FILMWRIGHT_CACHE, FILMWRIGHT_WORKER_SILENCE_S, FILMWRIGHT_DEVICE, FILMWRIGHT_FRAMES_GB,
    FILMWRIGHT_MODELS."""
    brought = (environment.get("FILMWRIGHT_MODELS") or "").split(os.pathsep)
    home = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".cache")
    return Settings(
        cache=Path(environment.get("FILMWRIGHT_CACHE") or Path(home) / "filmwright"),
        worker_silence_s=float(environment.get("FILMWRIGHT_WORKER_SILENCE_S", "900")),
        device=environment.get("FILMWRIGHT_DEVICE", "auto"),
        frames_gb=float(environment.get("FILMWRIGHT_FRAMES_GB", "20")),
        models=(*(Path(p).expanduser() for p in brought if p), *((FURNITURE,) if FURNITURE.is_dir() else ())),
    )


@dataclass(frozen=True)
class LanguageModel:
    """A language model that reads prompts, behind an endpoint that speaks as OpenAI's chat completions do. url: None for OpenAI's
    own. key: what it is opened with; it stands in no text. timeout_s: how long one answer may take."""

    name: str
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    timeout_s: float = 60.0


def language_model(said: str | None, environment: Mapping[str, str] = os.environ) -> LanguageModel | None:
    """The language model that reads prompts, None if the rules do: `said` is a model, the URL of an endpoint, "URL|MODEL", or "off";
    what it leaves out is in FILMWRIGHT_LLM_URL and FILMWRIGHT_LLM_MODEL (which, set alone, turns it on), OPENAI_API_KEY,
    FILMWRIGHT_LLM_TIMEOUT_S. Raises BadInput where no model can be reached with it."""
    url = environment.get("FILMWRIGHT_LLM_URL") or environment.get("OPENAI_BASE_URL") or None
    name = environment.get("FILMWRIGHT_LLM_MODEL") or None
    if said == "off" or (said is None and name is None):
        return None
    where = "FILMWRIGHT_LLM_MODEL" if said is None else "--llm"
    first, _, rest = (said or "").partition("|")
    if "://" in first:
        url, name = first, rest or name
    else:
        name = first or name
    if name is None:
        hint = 'Write --llm "URL|MODEL", or set FILMWRIGHT_LLM_MODEL.'
        raise BadInput("It is not said which language model reads the prompt", where=where, hint=hint)
    if url is not None and not _is_web(url):
        hint = "It begins with http:// or https://, such as http://localhost:11434/v1."
        raise BadInput(f"{url!r} is no address of a language model", where=where, hint=hint)
    key = (environment.get("OPENAI_API_KEY") or "").strip() or None
    if key is None and url is None:
        hint = "Set OPENAI_API_KEY, or name another endpoint: --llm URL."
        raise BadInput("There is no key for the language model", where=where, hint=hint)
    if key is not None and not (key.isascii() and key.isprintable()):
        raise BadInput("The key of the language model has characters no key has", where="OPENAI_API_KEY")
    return LanguageModel(name, url, key, _patience_s(environment.get("FILMWRIGHT_LLM_TIMEOUT_S") or "60"))


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is none, a broken IPv6 address
        return False


def _patience_s(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        hint = "Use more than 0 and at most 3600."
        raise BadInput(f"{text!r} is no number of seconds to wait", where="FILMWRIGHT_LLM_TIMEOUT_S", hint=hint)
    return seconds
