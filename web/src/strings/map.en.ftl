# Words of the screens Map and Event.
