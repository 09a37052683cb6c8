"""The words of the lexicon, as YAML with reasons and examples; no code."""
