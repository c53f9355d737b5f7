/** A range of a font's characters, with consecutive glyph numbers. */
interface GlyphRange {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** Scripts without letters that change shape and width with their neighbours. */
const SIMPLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]*$/u;
const MARKS = /\p{Mark}/gu;
/** Letters drawn as one ligature, and the character with the same glyph. */
const LIGATURES = /ffi|ffl|ff|fi|fl/g;
const LIGATURE_OF: Readonly<Record<string, string>> = {
  ff: '\uFB00',
  fi: '\uFB01',
  fl: '\uFB02',
  ffi: '\uFB03',
  ffl: '\uFB04',
};
const NOT_SIMPLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * The characters of a TrueType font, and their widths. It reads the tables that DejaVu has.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
export class FontTable {
  readonly #font: Buffer;
  readonly #tables: ReadonlyMap<string, number>;
  readonly #ranges: readonly GlyphRange[];
  readonly #kerning: ReadonlyMap<number, number>;
  readonly #unitsPerEm: number;
  readonly #advances: number;

  /**
   * @param font The font file's bytes.
   * @throws {Error} If it lacks a table.
   */
  constructor(font: Buffer) {
    this.#font = font;
    this.#tables = new Map(
      Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
        const at = 12 + index * 16;
        return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)];
      }),
    );
    this.#unitsPerEm = font.readUInt16BE(this.#table('head') + 18);
    this.#advances = font.readUInt16BE(this.#table('hhea') + 34);
    this.#ranges = this.#readRanges();
    this.#kerning = this.#readKerning();
  }

  /** Whether the font has a character. */
  has(character: string): boolean {
    return this.#glyphOf(character) !== undefined;
  }

  /**
   * The width of a text, with kerning; combining marks have no width of their own.
   *
   * @returns In fractions of the font size; `undefined` if only an engine can set the text: other scripts than Latin,
   *   Greek, Cyrillic and Hebrew, and characters that the font lacks.
   */
  advance(text: string): number | undefined {
    if (!SIMPLE.test(text) || NOT_SIMPLE.test(text)) return undefined;
    let units = 0;
    let before: number | undefined;
    const base = text.normalize('NFC').replace(MARKS, '');
    for (const character of base.replace(LIGATURES, (letters) => LIGATURE_OF[letters] ?? letters)) {
      const glyph = this.#glyphOf(character);
      if (glyph === undefined) return undefined;
      units += this.#font.readUInt16BE(
        this.#table('hmtx') + 4 * Math.min(glyph, this.#advances - 1),
      );
      if (before !== undefined) units += this.#kerning.get(before * 65_536 + glyph) ?? 0;
      before = glyph;
    }
    return units / this.#unitsPerEm;
  }

  #table(name: string): number {
    const at = this.#tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}.`);
    return at;
  }

  #glyphOf(character: string): number | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    const range = this.#ranges.find(({ first, last }) => first <= codePoint && codePoint <= last);
    return range && range.glyph + codePoint - range.first;
  }

  /** The table of all Unicode characters, format 12. */
  #readRanges(): GlyphRange[] {
    const font = this.#font;
    const cmap = this.#table('cmap');
    for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
      const at = cmap + font.readUInt32BE(cmap + 8 + index * 8);
      if (font.readUInt16BE(at) !== 12) continue;
      return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => ({
        first: font.readUInt32BE(at + 16 + group * 12),
        last: font.readUInt32BE(at + 20 + group * 12),
        glyph: font.readUInt32BE(at + 24 + group * 12),
      }));
    }
    throw new Error('The font has no table of all of Unicode.');
  }

  /** Kerning by pair of glyphs, the first times 65536 plus the second: format 0. */
  #readKerning(): Map<number, number> {
    const font = this.#font;
    const kern = this.#table('kern');
    const pairs = new Map<number, number>();
    let at = kern + 4;
    for (let index = 0; index < font.readUInt16BE(kern + 2); index += 1) {
      const count = font.readUInt8(at + 4) === 0 ? font.readUInt16BE(at + 6) : 0;
      for (let pair = 0; pair < count; pair += 1) {
        const entry = at + 14 + pair * 6;
        const key = font.readUInt16BE(entry) * 65_536 + font.readUInt16BE(entry + 2);
        pairs.set(key, font.readInt16BE(entry + 4));
      }
      at += font.readUInt16BE(at + 2);
    }
    return pairs;
  }
}
