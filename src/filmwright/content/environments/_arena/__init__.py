"""An athletics stadium: its oval, its stands and who sits in them, its lights and what stands on the track."""
