"""The parts every page is made of. They say the words they are given; they know no record and no rule."""
