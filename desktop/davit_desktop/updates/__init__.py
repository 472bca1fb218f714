"""New versions of Davit and its guest: asked for, verified, put in, and taken back if need be.

The list of what there is and each file of it are verified with The Update Framework: a program that
ships with `root.json` trusts the keys that it names, and whatever they have handed on to since.
"""
