"""What Python-Markdown makes of a prepared page: code, figures, formulas. No MkDocs here."""
