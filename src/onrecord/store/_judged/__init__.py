"""The person's layer of a record: the log of judgements, and what the machine's layer comes to under them."""
