// Small things that HTML cannot do by itself.
