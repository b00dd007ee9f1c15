"""The library that ships with the program: files under assets/ made into domain objects."""
