"""A terminal: what a program's bytes draw, what keys send, and programs in containers; no Qt."""
