"""Build images from Dockerfiles."""
