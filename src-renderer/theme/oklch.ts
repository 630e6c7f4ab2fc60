/** OKLCH → sRGB after Björn Ottosson's OKLab (2020), and WCAG 2.2 contrast. */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number };
export type Rgb = readonly [red: number, green: number, blue: number];

export function parseOklch(text: string): Oklch | null {
  const match = /^oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(text.trim());
  if (match === null) return null;
  return { l: Number(match[1]), c: Number(match[2]), h: Number(match[3]) };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Linear light, 0 … 1, clipped to the sRGB gamut as a browser without wide gamut does. */
export function linearRgb({ l, c, h }: Oklch): Rgb {
  const hue = (h * Math.PI) / 180;
  const a = c * Math.cos(hue);
  const b = c * Math.sin(hue);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clamp(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clamp(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

const gamma = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;

/** As a number for a drawing library: 0xrrggbb. */
export function rgbNumber(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour).map((value) => Math.round(gamma(value) * 255)) as [
    number,
    number,
    number,
  ];
  return red * 65_536 + green * 256 + blue;
}

export const luminance = (colour: Oklch): number => {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

export function contrast(one: Oklch, other: Oklch): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
