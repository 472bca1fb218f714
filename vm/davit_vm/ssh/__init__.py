"""SSH into the guest: commands, the shell, and the carrier of shared folders."""
