"""Tawatur reads Arabic news critically: who said what, what stands against it, and where."""

__version__ = "0.1.0"
