/** The drawing as a picture of its own: one SVG with everything in it, however little of it was in sight. Pure. */
export type PictureNode = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly note: string;
  /** A severity's word and ink, or null. */
  readonly mark: { readonly word: string; readonly ink: string } | null;
  readonly weight: 'normal' | 'strong' | 'faint';
};
export type PictureLine = { readonly from: string; readonly to: string; readonly dashes: boolean };

export type Picture = {
  readonly title: string;
  /** Below the title: lab, lab time, and that it is simulated. */
  readonly caption: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly nodes: readonly PictureNode[];
  readonly lines: readonly PictureLine[];
  readonly inks: PictureInks;
};

export type PictureInks = {
  readonly ground: string;
  readonly box: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
};

export type DrawnPicture = { readonly svg: string; readonly width: number; readonly height: number };

const margin = 24;
const head = 64;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A name longer than its box would run over its neighbour. */
const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1)}…`;

export function drawPicture(picture: Picture): DrawnPicture {
  const { nodes, size, inks, title, caption } = picture;
  const left = Math.min(...nodes.map(({ x }) => x), 0);
  const top = Math.min(...nodes.map(({ y }) => y), 0);
  const right = Math.max(...nodes.map(({ x }) => x + size.width), 360);
  const bottom = Math.max(...nodes.map(({ y }) => y + size.height), 0);
  const width = Math.ceil(right - left + 2 * margin);
  const height = Math.ceil(bottom - top + 2 * margin + head);
  const shift = { x: margin - left, y: margin + head - top };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title><desc>${escaped(caption)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${inks.ground}"/>`,
    `<text x="${margin}" y="36" font-size="18" font-weight="600" fill="${inks.text}">${escaped(title)}</text>`,
    `<text x="${margin}" y="58" fill="${inks.quiet}">${escaped(caption)}</text>`,
    `<g transform="translate(${shift.x} ${shift.y})">`,
    ...linesOf(picture),
    ...nodes.map((node) => nodeOf(node, picture)),
    '</g></svg>',
  ].join('\n');
  return { svg, width, height };
}

function linesOf({ lines, nodes, size, inks }: Picture): readonly string[] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return lines.flatMap(({ from, to, dashes }) => {
    const start = places.get(from);
    const end = places.get(to);
    if (start === undefined || end === undefined) return [];
    const [x1, y1] = [start.x + size.width, start.y + size.height / 2];
    const [x2, y2] = [end.x, end.y + size.height / 2];
    const bend = Math.max(24, (x2 - x1) / 2);
    const dash = dashes ? ' stroke-dasharray="5 4"' : '';
    return [
      `<path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="${inks.line}"${dash}/>`,
    ];
  });
}

function nodeOf({ x, y, name, note, mark, weight }: PictureNode, { size, inks }: Picture): string {
  const middle = size.height / 2 + 4;
  const stroke = weight === 'strong' ? inks.text : inks.line;
  const right = mark === null ? note : `${mark.word}${note === '' ? '' : ` · ${note}`}`;
  const most = Math.max(8, 26 - right.length);
  return [
    `<g transform="translate(${x} ${y})"${weight === 'faint' ? ' opacity="0.45"' : ''}>`,
    `<rect width="${size.width}" height="${size.height}" rx="4" fill="${inks.box}" stroke="${stroke}"${weight === 'strong' ? ' stroke-width="2"' : ''}/>`,
    `<text x="10" y="${middle}" fill="${inks.text}" font-weight="500">${escaped(cut(name, most))}</text>`,
    `<text x="${size.width - 10}" y="${middle}" text-anchor="end" font-size="11" fill="${mark === null ? inks.quiet : mark.ink}">${escaped(right)}</text>`,
    '</g>',
  ].join('');
}
