"""The rock of a limestone cavern: its hall, what hangs from its ceiling and grows from its floor, its surface."""
