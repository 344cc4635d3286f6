"""What the words say: sentences, typography, dates, people, quotes, figures, alignment, spelling."""
