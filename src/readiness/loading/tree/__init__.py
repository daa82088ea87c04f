"""From text to checked shapes: read a file, parse it, type it, and say where in it something is wrong."""
