"""QEMU: find it, start it, talk to it, and the disk images it uses."""
