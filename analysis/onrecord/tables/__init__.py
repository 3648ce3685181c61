"""What a reader sees in rows, and the words and links that tables, figures and prose share."""
