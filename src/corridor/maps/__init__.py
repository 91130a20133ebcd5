"""Maps: frames of places in, decks of layers out, drawn without any outside address."""
