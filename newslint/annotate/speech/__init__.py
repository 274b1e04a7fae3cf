"""Who says what: marks, cues, subjects and speakers, for the quotes and attributions layers."""
