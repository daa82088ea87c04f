"""Two rounds side by side: a view model of its own, as data, as a table, and for the templates of a report."""
