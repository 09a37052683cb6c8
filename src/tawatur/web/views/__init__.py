"""From the ledger to what a page of the app shows."""
