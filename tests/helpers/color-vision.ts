// How colours look to colour-blind readers and in grey print, and how far apart two of them are.

type Triple = readonly [number, number, number];

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const rgbOf = (hex: string): Triple => {
  const channel = (at: number): number => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
};
const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [a = 0, b = 0, c = 0] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a, b, c];
};

/** Full dichromacy in linear sRGB (Machado, Oliveira and Fernandes 2009, severity 1). */
export const visions: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const toXyz: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const white: Triple = [0.95047, 1, 1.08883];

/** CIE L*a*b* of a #rrggbb colour as someone sees it. */
function labOf(hex: string, vision: readonly Triple[]): Triple {
  const [r, g, b] = times(vision, rgbOf(hex));
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  const [x, y, z] = times(toXyz, [clip(r), clip(g), clip(b)]);
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / white[0]), f(y / white[1]), f(z / white[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** L*, from 0 for black to 100 for white: what is left of a colour in grey print. */
export const lightness = (hex: string): number => labOf(hex, visions["normal"] ?? [])[0];

const radians = Math.PI / 180;
const hue = (b: number, a: number): number => (Math.atan2(b, a) / radians + 360) % 360;

/** CIEDE2000 of two #rrggbb colours as someone sees them (Sharma, Wu and Dalal 2005); 1 is just seen side by side. */
export function difference(one: string, other: string, vision: readonly Triple[]): number {
  const [l1, a1, b1] = labOf(one, vision);
  const [l2, a2, b2] = labOf(other, vision);
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hue(b1, x1), hue(b2, x2)];
  const turn = h2 - h1;
  const dh = Math.abs(turn) <= 180 ? turn : turn - Math.sign(turn) * 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * radians);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const sum = h1 + h2;
  const h = Math.abs(turn) <= 180 ? sum / 2 : (sum < 360 ? sum + 360 : sum - 360) / 2;
  const cosine = (degrees: number): number => Math.cos(degrees * radians);
  const t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const turned = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(2 * turned * radians);
  const [dl, dc, ds] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + ds ** 2 + rt * dc * ds);
}
