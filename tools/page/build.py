"""Make the fonts and the chart library that the pages carry, and write their licences beside them.

    npm install --prefix tools/page && python tools/page/build.py

Needs fonttools with brotli; the results are checked in, so nobody who only uses Tawatur runs this.
"""

import subprocess
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
ASSETS = HERE.parents[1] / "src/tawatur/dossier/assets"
ARABIC = "U+0600-06FF,U+0750-077F,U+200C-200F,U+202A-202E,U+2066-2069,U+FB50-FDFF,U+FE70-FEFC"
LATIN = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02DC,"
    "U+2010-2026,U+2030,U+2039-203A,U+20AC,U+2190-2193,U+2212"
)
FONTS = {
    "readex-arabic": ("readex-pro", "readex-pro-arabic-wght-normal", ARABIC),
    "readex-latin": ("readex-pro", "readex-pro-latin-wght-normal", LATIN),
    "naskh-arabic": ("noto-naskh-arabic", "noto-naskh-arabic-arabic-wght-normal", ARABIC),
    "naskh-latin": ("noto-naskh-arabic", "noto-naskh-arabic-latin-wght-normal", LATIN),
}


def main() -> None:
    """Build everything into ``src/tawatur/dossier/assets``."""
    ASSETS.mkdir(parents=True, exist_ok=True)
    for name, (package, file, characters) in FONTS.items():
        source = PACKAGES / "@fontsource-variable" / package / "files" / f"{file}.woff2"
        subset_font(source, ASSETS / f"{name}.woff2", characters)
    build_charts()
    write_licences()


def subset_font(source: Path, target: Path, characters: str) -> None:
    """Keep the characters that Arabic news and both interface languages need, with all their shapes."""
    font = TTFont(source)
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters))
    subsetter.subset(font)
    subset.save_font(font, target, options)


def build_charts() -> None:
    """Bundle what ``plot.js`` names, and nothing else, as one script with the global ``Plot``."""
    subprocess.run(
        [
            PACKAGES / ".bin/esbuild",
            HERE / "plot.js",
            "--bundle",
            "--minify",
            "--format=iife",
            "--global-name=Plot",
            "--target=es2020",
            "--charset=utf8",
            "--legal-comments=none",
            f"--outfile={ASSETS / 'plot.js'}",
        ],
        check=True,
    )


def write_licences() -> None:
    """Gather the licence of every package that went into the results."""
    fonts = ["@fontsource-variable/readex-pro", "@fontsource-variable/noto-naskh-arabic"]
    bundled = sorted(
        file.parent.relative_to(PACKAGES).as_posix()
        for file in PACKAGES.glob("**/LICENSE*")
        if file.parent.name != "esbuild" and "@fontsource" not in file.as_posix()
    )
    (ASSETS / "LICENSES.txt").write_text(
        "\n\n".join(licence_of(package) for package in [*fonts, *bundled]) + "\n", encoding="utf-8"
    )


def licence_of(package: str) -> str:
    """The name of a package and its licence."""
    file = next((PACKAGES / package).glob("LICENSE*"))
    return f"{package}\n{'=' * len(package)}\n{file.read_text(encoding='utf-8').strip()}"


if __name__ == "__main__":
    main()
