"""Running processes in containers."""
