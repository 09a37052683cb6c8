from tawatur.lexicon.page import Page
from tawatur.model import Block, BlockKind
from tawatur.text import Document


def find_blocks(document: Document, page: Page) -> tuple[Block, ...]:
    return tuple(Block(line.start, line.end, BlockKind.PARAGRAPH, "default") for line in document.lines)
