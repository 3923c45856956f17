"""What a fairground is made of: its rides and its booths."""
