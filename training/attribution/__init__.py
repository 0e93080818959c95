"""Makes the weights of the trained reader again from PolNeAR: train, export, score."""
