"""Arabic text as it comes: folded with a way back, cut into tokens, lines, sentences, quotations."""

from tawatur.text.clitics import Peeled, peel, peel_endings
from tawatur.text.document import Document, Line, Sentence, segment
from tawatur.text.fold import Folded, fold, fold_all, fold_with_way_back
from tawatur.text.memo import Memo
from tawatur.text.quotations import Quotation
from tawatur.text.stems import light_stem
from tawatur.text.tokens import Tokens, tokenise

__all__ = [
    "Document",
    "Folded",
    "Line",
    "Memo",
    "Peeled",
    "Quotation",
    "Sentence",
    "Tokens",
    "fold",
    "fold_all",
    "fold_with_way_back",
    "light_stem",
    "peel",
    "peel_endings",
    "segment",
    "tokenise",
]
