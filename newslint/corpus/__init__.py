"""Many thousands of stories, linted on one machine or a cluster."""
