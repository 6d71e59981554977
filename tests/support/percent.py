"""A lab of two cells, for tests."""

PERCENT = """\
# ---
# description: a lab
# ---

# %% [markdown]
# # Lab { #lab }

# %%
x = 1

# %%
print(x + 1)
"""
