"""What is made of a page: plain Markdown, a notebook, the files offered beside it."""
