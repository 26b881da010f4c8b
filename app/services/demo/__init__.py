"""The example firm: a Dutch kitchen shop with tickets of every kind."""
