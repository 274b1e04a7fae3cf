"""A warm process for this user, and the door by which ``newslint`` finds it."""
