"""One finder a file: what is found in one article, each with the rule that found it."""
