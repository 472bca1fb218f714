"""A Docker API client."""
