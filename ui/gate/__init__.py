"""The gate: where a workspace is created, unlocked or brought back, before anything of it can be seen.

It has to stand within a second, so nothing here loads the work behind it before somebody pressed a button.
"""
