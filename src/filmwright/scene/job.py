"""What a worker is asked for: a shard of a shot, as a folder and a list of frames."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RenderJob(BaseModel):
    """Frames of one Stage folder to be rendered into one frames folder. `factory=True` renders with Blender's own default
    settings, for comparison only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    stage_folder: str
    frames_folder: str
    cache_folder: str
    frames: tuple[int, ...]
    samples: int = Field(default=4, ge=1)
    passes: bool = True
    scale: float = Field(default=1.0, gt=0, le=4)  # of the Stage's size
    device: str = "auto"  # auto | cpu
    factory: bool = False
    moving_seed: bool = True  # another noise pattern each frame
