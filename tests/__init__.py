"""Tests of Footnote; they mirror the packages and talk to nobody but this machine."""
