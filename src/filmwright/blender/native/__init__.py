"""What only Blender makes, one file a kind. Each has

make(node: scene.nodes.Native, build: filmwright.blender.build.Built) -> list of objects made
update(node, objects, frame: int, build) -> None     (optional: called before every frame)
"""
