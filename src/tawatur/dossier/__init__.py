"""The page that shows a situation."""
