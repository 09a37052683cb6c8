"""The commands; each reads its options, calls one function and prints.

Whatever is heavy is imported inside the command that needs it, so that `--help` is quick.
"""

from tawatur.cli.main import main

__all__ = ["main"]
