# Codes of the format of readings, in words.
