"""What leaves Tawatur: the interchange formats and the formats of other tools."""
