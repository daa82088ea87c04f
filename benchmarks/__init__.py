"""Speed, as ratios measured side by side on one machine: `make bench`."""
