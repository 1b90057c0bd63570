"""What screens are made of: they show what they are given and tell what was asked of them."""
