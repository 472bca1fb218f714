"""The Docker HTTP API."""
