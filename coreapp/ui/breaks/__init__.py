"""The prompt on the screen: the small bar, the break over all screens, and who shows them."""
