"""The ledger for an assistant, over the Model Context Protocol: read-only, every answer with its spans."""

from tawatur.mcp.server import build_server

__all__ = ["build_server"]
