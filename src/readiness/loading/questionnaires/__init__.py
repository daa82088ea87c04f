"""What a questionnaire file may hold, and one questionnaire out of it, checked against everything around it."""
