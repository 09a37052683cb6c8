"""The words of the app, one file a language."""
