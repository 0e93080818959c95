"""What a person needs to write a codebook of their own: check it, try it, have issues suggested."""
