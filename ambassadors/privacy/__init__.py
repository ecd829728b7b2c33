"""What is kept of ambassadors, and why; importing this package writes it into the register."""

from ambassadors.privacy import ceremonies, composition, people, rounds

__all__ = ["ceremonies", "composition", "people", "rounds"]
