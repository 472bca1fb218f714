"""Containers from create to remove."""
