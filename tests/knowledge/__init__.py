"""Tests of knowledge/: what it makes of questions, and what it refuses to load."""
