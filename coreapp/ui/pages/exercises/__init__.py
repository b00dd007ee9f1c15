"""The library of exercises, and the page of one."""
