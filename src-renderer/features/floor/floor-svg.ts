/** The floor as a drawing of lines: 1 : 50 on paper, with the colours of its layer, its legend and a scale bar. Pure. */
import type { FloorPlan, RackSpot } from '../../canvas/floor/floor-plan.ts';
import { frontOf } from '../../canvas/floor/floor-plan.ts';
import type { FloorPlant } from '../../canvas/floor/floor-plant.ts';
import { pointAlong } from '../../canvas/floor/rope.ts';

/** Millimetres of paper to a metre of floor. */
const scale = 20;
const margin = 10;
const head = 16;
const foot = 18;

export type SvgInks = Readonly<
  Record<'paper' | 'text' | 'quiet' | 'line' | 'unit' | 'cold' | 'hot' | 'critical', string>
>;

export type SvgRack = {
  readonly fill: string;
  readonly ink: 'black' | 'white';
  /** What is written under its name. */
  readonly value: string;
  /** Its open alarm in words; null where there is none. */
  readonly alarm: string | null;
};

export type SvgOrder = {
  readonly plan: FloorPlan;
  readonly plant: FloorPlant;
  /** In the order of the plan. */
  readonly racks: readonly SvgRack[];
  readonly aisles: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly note: string;
  readonly wet: (id: string) => string;
  /** Steps of the layer's scale, or its groups. */
  readonly legend: readonly { readonly fill: string; readonly words: string }[];
  readonly inks: SvgInks;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
const mm = (metres: number): number => Math.round(metres * scale * 100) / 100;

type Look = Readonly<Record<string, string | number>>;
const attributes = (look: Look): string =>
  Object.entries(look)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
const mark = (name: string, look: Look): string => `<${name}${attributes(look)}/>`;
const words = (said: string, look: Look): string => `<text${attributes(look)}>${escaped(said)}</text>`;

type Spot = { readonly x: number; readonly y: number; readonly width: number; readonly depth: number };
const box = ({ x, y, width, depth }: Spot): Look => ({
  x: mm(x - width / 2),
  y: mm(y - depth / 2),
  width: mm(width),
  height: mm(depth),
});

function aisleMarks({ plan, aisles, inks }: SvgOrder): readonly string[] {
  return plan.aisles.flatMap((aisle, index) => {
    const middle = { x: mm(aisle.x), y: mm(aisle.y) };
    const turn = aisle.along === 'y' ? { transform: `rotate(-90 ${middle.x} ${middle.y})` } : {};
    const said = aisles[index] ?? '';
    return [
      mark('rect', {
        ...box(aisle),
        fill: aisle.kind === 'cold' ? inks.cold : inks.hot,
        'fill-opacity': 0.12,
      }),
      words(said, { ...middle, ...turn, 'font-size': 3, 'text-anchor': 'middle', fill: inks.quiet }),
    ];
  });
}

/** The front as a thick edge, as on the screen. */
function frontEdge(rack: RackSpot, ink: string): string {
  const { x, y } = frontOf[rack.facing];
  const middle = { x: rack.x + (x * rack.width) / 2, y: rack.y + (y * rack.depth) / 2 };
  const half = (x === 0 ? rack.width : rack.depth) / 2;
  return mark('line', {
    x1: mm(middle.x - y * half),
    y1: mm(middle.y - x * half),
    x2: mm(middle.x + y * half),
    y2: mm(middle.y + x * half),
    stroke: ink,
    'stroke-width': 0.9,
  });
}

function rackMarks({ plan, racks, inks }: SvgOrder): readonly string[] {
  return plan.racks.map((rack, index) => {
    const drawn = racks[index];
    const lines = [rack.name, drawn?.value ?? '', drawn?.alarm ?? ''].filter((line) => line !== '');
    const text = lines.map((line, at) =>
      words(line, {
        x: mm(rack.x),
        y: mm(rack.y) + (at - (lines.length - 1) / 2) * 3.2 + 1,
        'font-size': 2.6,
        'font-weight': at === 1 ? 400 : 600,
        'text-anchor': 'middle',
        fill: drawn?.ink ?? 'black',
      }),
    );
    const edge = (drawn?.alarm ?? null) === null ? inks.line : inks.critical;
    const shape = { ...box(rack), fill: drawn?.fill ?? inks.unit, stroke: edge, 'stroke-width': 0.3 };
    return `<g data-id="${escaped(rack.id)}">${mark('rect', shape)}${frontEdge(rack, inks.text)}${text.join('')}</g>`;
  });
}

const unitMarks = ({ plan, plant, inks }: SvgOrder): readonly string[] =>
  plan.units.flatMap((unit) => {
    const saying = plant.units.get(unit.id);
    const middle = { x: mm(unit.x), 'text-anchor': 'middle', 'font-size': 2.6 } as const;
    return [
      mark('rect', { ...box(unit), rx: 0.6, fill: inks.unit, stroke: inks.line, 'stroke-width': 0.4 }),
      words(unit.name, { ...middle, y: mm(unit.y) + 1, fill: inks.text }),
      ...(saying === undefined
        ? []
        : [words(saying.word, { ...middle, y: mm(unit.y) + 4.2, fill: inks.critical })]),
    ];
  });

/** A dotted line while it is dry. */
function course(path: FloorPlan['leaks'][number]['path'], ink: string, isWet: boolean): readonly string[] {
  if (path === null) return [];
  const points = path.map(({ x, y }) => `${mm(x)},${mm(y)}`).join(' ');
  const dash = isWet ? {} : { 'stroke-dasharray': '0.3 1', 'stroke-linecap': 'round' };
  return [mark('polyline', { points, fill: 'none', stroke: ink, 'stroke-width': 0.5, ...dash })];
}

function dryLeak({ x, y, path }: FloorPlan['leaks'][number], ink: string): readonly string[] {
  const spot = { cx: mm(x), cy: mm(y), r: 0.8, fill: 'none', stroke: ink, 'stroke-width': 0.3 };
  return path === null ? [mark('circle', spot)] : course(path, ink, false);
}

function leakMarks({ plan, plant, inks, wet }: SvgOrder): readonly string[] {
  return plan.leaks.flatMap((leak) => {
    if (!plant.wet.has(leak.id)) return dryLeak(leak, inks.quiet);
    const along = plant.wet.get(leak.id) ?? null;
    const at = (leak.path === null || along === null ? null : pointAlong(leak.path, along)) ?? leak;
    const text = { x: mm(at.x) + 2, y: mm(at.y) + 1, 'font-size': 2.6, 'font-weight': 600 };
    return [
      ...course(leak.path, inks.critical, true),
      mark('circle', { cx: mm(at.x), cy: mm(at.y), r: 1.4, fill: inks.critical }),
      words(wet(leak.id), { ...text, fill: inks.critical }),
    ];
  });
}

function footMarks({ plan, legend, inks }: SvgOrder): readonly string[] {
  const y = mm(plan.room.depth) + 8;
  let x = 0;
  const steps = legend.flatMap(({ fill, words: said }) => {
    const at = x;
    x += 7 + said.length * 1.7;
    return [
      mark('rect', { x: at, y: y - 3, width: 4, height: 4, fill, stroke: inks.line, 'stroke-width': 0.2 }),
      words(said, { x: at + 5, y, 'font-size': 2.8, fill: inks.quiet }),
    ];
  });
  const metre = { y1: y + 5, y2: y + 5, stroke: inks.text, 'stroke-width': 0.5 };
  return [
    ...steps,
    mark('line', { x1: 0, x2: mm(1), ...metre }),
    words('1 m  (1 : 50)', { x: mm(1) + 2, y: y + 6, 'font-size': 2.8, fill: inks.text }),
  ];
}

export function floorSvg(order: SvgOrder): string {
  const { plan, inks } = order;
  const { room } = plan;
  const width = mm(room.width) + margin * 2;
  const height = mm(room.depth) + margin + head + foot;
  const walls = {
    x: 0,
    y: 0,
    width: mm(room.width),
    height: mm(room.depth),
    fill: 'none',
    stroke: inks.text,
  };
  const body = [
    words(order.title, { x: 0, y: -9, 'font-size': 4.5, 'font-weight': 600, fill: inks.text }),
    words(order.about, { x: 0, y: -4, 'font-size': 2.8, fill: inks.quiet }),
    words(order.note, {
      x: mm(room.width),
      y: -9,
      'font-size': 2.8,
      'font-weight': 600,
      'text-anchor': 'end',
      fill: inks.text,
    }),
    ...aisleMarks(order),
    ...unitMarks(order),
    ...rackMarks(order),
    ...leakMarks(order),
    mark('rect', { ...walls, 'stroke-width': 0.7 }),
    ...footMarks(order),
  ];
  const size = `width="${width}mm" height="${height}mm" viewBox="${-margin} ${-head} ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<title>${escaped(order.title)}</title>`,
    mark('rect', { x: -margin, y: -head, width, height, fill: inks.paper }),
    ...body,
    '</svg>',
  ].join('\n');
}
