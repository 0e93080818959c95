"""A codebook: what is negotiated, and how its file and its phrases are read."""
