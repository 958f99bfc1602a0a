"""Makes the four faces of the pages from Adobe's variable fonts: `python3 make.py SOURCE_SANS SOURCE_SERIF`, two unpacked
npm packages (source-sans 3.52.0, source-serif 4.5.1), with fonttools and brotli. What is made is kept here.

Each face has the Latin letters of every European language, the marks that the pages use, weights 400 to 700, and for the
serif the optical size 14. By its licence (OFL.txt) a changed font does not keep the name Source.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE)]
MARKS = "\u2009\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044"
SIGNS = "€™←↑→↓−√≤≥≈≠▲▼●○◆✓Σθπ⁺⁻ⁿ₀₁₂₃"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum"]


def make(source: Path, target: str, family: str, is_italic: bool) -> None:
    font = TTFont(source)
    options = Options(layout_features=FEATURES, flavor="woff2", hinting=False, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS, text=MARKS + SIGNS)
    subsetter.subset(font)
    limits = {"wght": (400, 700), "opsz": 14}
    instantiateVariableFont(font, {axis.axisTag: limits[axis.axisTag] for axis in font["fvar"].axes}, inplace=True)
    smooth(font)
    style = "Italic" if is_italic else "Regular"
    for identifier, name in {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}.items():
        font["name"].setName(name, identifier, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(Path(__file__).parent / target)


def smooth(font: TTFont) -> None:
    """Says that letters need no hints: else FreeType makes some, and moves them by parts of a pixel in print."""
    font["gasp"] = newTable("gasp")
    font["gasp"].version, font["gasp"].gaspRange = 1, {0xFFFF: 15}
    font["prep"] = newTable("prep")
    font["prep"].program = Program()
    font["prep"].program.fromAssembly(["PUSHW[]", "511", "SCANCTRL[]", "PUSHB[]", "4", "SCANTYPE[]"])


sans, serif = Path(sys.argv[1]) / "VF", Path(sys.argv[2]) / "VAR"
make(sans / "SourceSans3VF-Upright.ttf", "sans.woff2", "Demarche Sans", False)
make(sans / "SourceSans3VF-Italic.ttf", "sans-italic.woff2", "Demarche Sans", True)
make(serif / "SourceSerif4Variable-Roman.ttf", "serif.woff2", "Demarche Serif", False)
make(serif / "SourceSerif4Variable-Italic.ttf", "serif-italic.woff2", "Demarche Serif", True)
