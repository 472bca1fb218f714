"""Widgets: draw state, report what the user asked for."""
