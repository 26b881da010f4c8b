"""Pure decisions: values and the time go in, a decision with its reason comes out."""
