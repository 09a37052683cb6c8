"""The schema, one step a file; a ledger carries the number of its last step."""
