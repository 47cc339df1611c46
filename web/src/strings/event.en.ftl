# Words of the screen Event.
