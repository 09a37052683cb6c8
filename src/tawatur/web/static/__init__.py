"""Style and script of the app alone."""
