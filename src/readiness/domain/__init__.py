"""The rules of the product, pure: no files, no clock, no framework."""
