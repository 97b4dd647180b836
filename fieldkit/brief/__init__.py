"""The supplier's side: what a brief may say and how it is drawn. Knows no source."""
