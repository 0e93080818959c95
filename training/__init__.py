"""Makes again, from public corpora, what ships as data: weights, cue likelihoods, the table of governments."""
