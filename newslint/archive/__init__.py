"""An archive of stories, indexed: built once, asked for what is nearest to a draft."""
