"""The commands of `python -m service`, one file a group. They parse and print; the layers below do the work."""
