"""The virtual machine that the engine runs in; its front door."""
