"""The rules, one YAML file a finder: name, idea, examples and counter-examples; no code."""
