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


def rendered_size(size: tuple[int, int], scale: float) -> tuple[int, int]:
    """Width and height in pixels of a picture rendered at a share of its size; Blender counts in whole percent."""
    percent = max(1, round(100 * scale))
    return size[0] * percent // 100, size[1] * percent // 100
