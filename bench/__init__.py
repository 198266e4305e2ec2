"""Measurements, paired and as ratios; never assertions. `python -m bench` runs them all."""
