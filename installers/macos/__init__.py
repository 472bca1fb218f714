"""The Mac application: assembled on any system, signed and packed into a disk image on a Mac."""
