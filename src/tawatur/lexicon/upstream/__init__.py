"""Untouched tables of others, with their licences: see README.md beside them."""
