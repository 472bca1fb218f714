"""The guest's disk images, made from Debian packages."""
