"""What is on the table beside positions: quantities, and instruments under negotiation with their life."""
