"""QEMU as it travels with Davit: two machines, the virtio devices, user networking, no screen."""
