"""Published models of where a negotiation ends, one a file."""
