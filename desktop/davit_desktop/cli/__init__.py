"""The davit command."""
