"""Thin calls into Linux; nothing here knows what a container is."""
