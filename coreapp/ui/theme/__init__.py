"""The look in one place: colours, type, icons and the style sheet made from them."""
