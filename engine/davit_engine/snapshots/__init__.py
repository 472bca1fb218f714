"""Layered root filesystems."""
