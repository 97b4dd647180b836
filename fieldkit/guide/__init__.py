"""What good practice says, as pure functions of the model."""
