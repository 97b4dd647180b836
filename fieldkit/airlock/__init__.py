"""The only way from what workers said to what a supplier may read."""
