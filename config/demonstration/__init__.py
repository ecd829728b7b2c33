"""Two made-up networks to look around in. Nobody in them exists; every date moves with the day they are made."""
