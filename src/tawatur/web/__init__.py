"""The web app over a ledger."""
