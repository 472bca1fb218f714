"""What the window knows, without the window."""
