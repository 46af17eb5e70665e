"""The words for every error, as data: marked here for translation, translated when shown (ui/texts.py)."""
