"""The stance network: which options are asked about, in which words, and what it answers."""
