/** Charts of a printed report: plain SVG in black on white, told apart by dashes and weights, never by colour alone. */
import type { ReportLanguage, SectionOf } from '../../../../sim/contract/reports.ts';
import { momentOf, numberIn } from '../written.ts';
import { decimalsOf, scaleOf } from './scale.ts';
import type { Scale } from './scale.ts';
import { escaped } from './escaped.ts';

const size = { width: 720, height: 210, left: 52, right: 8, top: 16, bottom: 22 } as const;
const inks = ['#14517f', '#b04a00', '#3d7a45', '#6b3fa0', '#8a6d00', '#444444'] as const;
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2', '10 4'] as const;

type Frame = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly scale: Scale;
  readonly from: number;
  readonly to: number;
};

export function seriesSvg(section: SectionOf<'series'>, language: ReportLanguage): string {
  const { at, lines, limits, title } = section;
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const near = limitsNear(
    values,
    limits.map(({ value }) => value),
  );
  const scale = scaleOf([...values, ...near], 5);
  const from = at[0] ?? 0;
  const to = Math.max(at.at(-1) ?? 1, from + 1);
  const { width, height, left, right, top, bottom } = size;
  const frame: Frame = {
    scale,
    from,
    to,
    x: (moment) => left + ((moment - from) / (to - from)) * (width - left - right),
    y: (value) => top + ((scale.high - value) / (scale.high - scale.low)) * (height - top - bottom),
  };
  const parts = [
    axes(frame, language),
    ...limits
      .filter(({ value }) => value >= scale.low && value <= scale.high)
      .map(({ label, value }) => limitLine(frame, label, value)),
    ...lines.map(({ values: each }, index) => linePath(frame, { at, values: each, index })),
  ];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>${legend(section, language)}`;
}

/** A limit far from everything that was measured would press the lines flat: it is told in the legend alone. */
function limitsNear(values: readonly number[], limits: readonly number[]): readonly number[] {
  const { low, high } = scaleOf(values, 5);
  return limits.filter((limit) => limit > low - (high - low) * 2 && limit < high + (high - low) * 2);
}

function axes({ x, y, scale, from, to }: Frame, language: ReportLanguage): string {
  const decimals = decimalsOf((scale.ticks[1] ?? 1) - (scale.ticks[0] ?? 0));
  const { width, height, left, right, bottom } = size;
  const rows = scale.ticks.map(
    (tick) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}"/>` +
      `<text x="${left - 5}" y="${fixed(y(tick) + 3.5)}" text-anchor="end">${numberIn(language, tick, decimals)}</text>`,
  );
  const moments = Array.from({ length: 5 }, (_, index) => from + ((to - from) * index) / 4);
  const shows =
    to - from > 4 * 86_400_000
      ? (at: number) => momentOf(at).slice(0, 10)
      : (at: number) => momentOf(at).slice(5);
  const anchors = ['start', 'middle', 'middle', 'middle', 'end'];
  const columns = moments.map(
    (at, index) =>
      `<text x="${fixed(x(at))}" y="${height - bottom + 15}" text-anchor="${anchors[index] ?? 'middle'}">${shows(at)}</text>`,
  );
  return rows.join('') + columns.join('');
}

function limitLine({ y }: Frame, label: string, value: number): string {
  const { left, width, right } = size;
  return (
    `<line class="limit" x1="${left}" x2="${width - right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/>` +
    `<text class="limit-name" x="${width - right}" y="${fixed(y(value) - 3)}" text-anchor="end">${escaped(label)}</text>`
  );
}

type Line = {
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
  readonly index: number;
};

/** Gaps stay gaps; a single value between two gaps is a dot. */
function linePath({ x, y }: Frame, { at, values, index }: Line): string {
  let path = '';
  let isDrawing = false;
  for (const [place, value] of values.entries()) {
    if (value === null) {
      isDrawing = false;
      continue;
    }
    const point = `${fixed(x(at[place] ?? 0))} ${fixed(y(value))}`;
    path += isDrawing ? `L${point}` : `M${point}h.01`;
    isDrawing = true;
  }
  const ink = inks[index % inks.length] ?? inks[0];
  const dash = dashes[index % dashes.length] ?? '';
  return `<path d="${path}" stroke="${ink}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
}

function legend({ lines, limits, unit, decimals }: SectionOf<'series'>, language: ReportLanguage): string {
  const items = lines.map(({ label }, index) => {
    const dash = dashes[index % dashes.length] ?? '';
    const mark = `<svg class="key" viewBox="0 0 26 8"><path d="M0 4H26" stroke="${inks[index % inks.length] ?? inks[0]}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/></svg>`;
    return `<span>${mark}${escaped(label)}</span>`;
  });
  const limit = limits.map(
    ({ label, value }) =>
      `<span>${escaped(label)}: ${numberIn(language, value, Number.isInteger(value) ? 0 : decimals)} ${escaped(unit)}</span>`,
  );
  return `<p class="legend">${[...items, ...limit].join('')}${unit === '' || limits.length > 0 ? '' : `<span>${escaped(unit)}</span>`}</p>`;
}

const row = 18;
const nameWidth = 170;

export function barsSvg(
  { bars, unit, decimals, limit, title }: SectionOf<'bars'>,
  language: ReportLanguage,
): string {
  const most = Math.max(...bars.map(({ value }) => value), limit?.value ?? 0, 1e-9);
  const room = size.width - nameWidth - 90;
  const height = bars.length * row + (limit === null ? 0 : 14);
  const shown = bars.map(({ label, value }, index) => {
    const y = index * row;
    const length = Math.max(0, (value / most) * room);
    return (
      `<text x="${nameWidth - 6}" y="${y + 12.5}" text-anchor="end">${escaped(label)}</text>` +
      `<rect class="bar" x="${nameWidth}" y="${y + 3}" width="${fixed(length)}" height="${row - 6}"/>` +
      `<text x="${fixed(nameWidth + length + 5)}" y="${y + 12.5}">${numberIn(language, value, decimals)} ${escaped(unit)}</text>`
    );
  });
  const at = limit === null ? 0 : nameWidth + (limit.value / most) * room;
  const mark =
    limit === null
      ? ''
      : `<line class="limit" x1="${fixed(at)}" x2="${fixed(at)}" y1="0" y2="${bars.length * row}"/>` +
        `<text class="limit-name" x="${fixed(at)}" y="${height - 2}" text-anchor="middle">${escaped(limit.label)}</text>`;
  return `<svg viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${escaped(title)}">${shown.join('')}${mark}</svg>`;
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100);
