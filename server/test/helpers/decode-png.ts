import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** A decoded picture. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How many pixels have a colour, `#rrggbb`; half-transparent ones count with the colour they have. */
  count(color: string): number;
}

/** Bytes of RGBA, as every picture of the server is made. */
const CHANNELS = 4;

const paeth = (left: number, up: number, upLeft: number): number => {
  const guess = left + up - upLeft;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - upLeft);
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
};

const predict = (filter: number, left: number, up: number, upLeft: number): number => {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, upLeft);
    default:
      return 0;
  }
};

/**
 * Decodes a PNG of 8-bit RGBA without interlacing.
 *
 * @see https://www.w3.org/TR/png-3/#9Filters
 */
export function decodePng(bytes: Buffer): Pixels {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  assert.deepEqual([...bytes.subarray(24, 29)], [8, 6, 0, 0, 0], 'not 8-bit RGBA');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const type = bytes.subarray(at + 4, at + 8).toString();
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * CHANNELS;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= CHANNELS ? (pixels[at - CHANNELS] ?? 0) : 0;
      const up = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const upLeft = x >= CHANNELS && y > 0 ? (pixels[at - stride - CHANNELS] ?? 0) : 0;
      const guess = predict(filter, left, up, upLeft);
      pixels[at] = (packed[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return {
    width,
    height,
    count: (color) => {
      const wanted = Number.parseInt(color.slice(1), 16);
      let found = 0;
      for (let at = 0; at < pixels.length; at += CHANNELS) {
        if (pixels.readUIntBE(at, 3) === wanted) found += 1;
      }
      return found;
    },
  };
}
