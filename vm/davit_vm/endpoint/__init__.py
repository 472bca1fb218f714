"""The Docker endpoint on the host, and the way from it to the engine."""
