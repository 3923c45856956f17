"""Each file here is a sight: something in the sky of a place outdoors that one looks at, and that is no thing one could set down.

It has the name of a concept of things, WORDS, EXAMPLE, where it needs one of some hours TIMES, the usual one first, and
show(setting, *, seed=0) -> Setting.
"""
