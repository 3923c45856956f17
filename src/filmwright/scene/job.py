"""What a worker is told: first the job, then one Request (scene/frames.py) a line until its input ends."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RenderJob(BaseModel):
    """A Stage folder to be opened and the folder its frames belong in. `threads` 0 means one a core. `factory=True` renders
    with Blender's own default settings, for comparison only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    stage_folder: str
    frames_folder: str
    cache_folder: str
    scale: float = Field(default=1.0, gt=0, le=1)  # of the Stage's size
    device: str = "auto"  # auto | cpu
    threads: int = Field(default=0, ge=0)
    factory: bool = False
