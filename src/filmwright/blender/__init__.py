"""The only room that imports bpy. Nobody imports it; it is started as a process (`python -m filmwright.blender.worker`)."""
