"""Across articles: origins, measures, claims, timeline and the findings they give; knows no database."""
