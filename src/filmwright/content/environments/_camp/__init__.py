"""What stands on a campsite: dome tents, chairs, a string of bulbs, logs to sit on."""
