"""Tables of words, one file a language, and one for what stands behind names in all of them; no code."""
