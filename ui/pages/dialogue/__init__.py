"""One dialogue: the path of its steps, what holds it up, and the page of the step that is open."""
