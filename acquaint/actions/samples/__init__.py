"""The sample network: a seeker three months in, generated from a seed, for the demo, tests and benchmarks."""
