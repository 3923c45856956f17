"""All that can be staged, as functions from parameters to data. Content never acts: no files, no Blender, no clock."""
