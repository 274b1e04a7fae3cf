"""What is kept from one run for the next: where it lies, and in what."""
