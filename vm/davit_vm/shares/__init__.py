"""Folders of the host in the guest: over 9p by QEMU, or over SFTP by us."""
