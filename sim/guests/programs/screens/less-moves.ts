import type { Pattern } from '../../patterns/pattern.ts';
import type { Call } from '../files/command.ts';
import type { Screen } from './screen.ts';

export type Pager = {
  readonly call: Call;
  readonly screen: Screen;
  readonly lines: readonly string[];
  readonly name: string;
  top: number;
  left: number;
  message: string;
  sought: { readonly pattern: Pattern; readonly isBackward: boolean } | null;
  hasNumbers: boolean;
  isOver: boolean;
};

export const bodyRows = ({ screen }: Pager): number => screen.size().rows - 1;
export const lastTop = (now: Pager): number => Math.max(0, now.lines.length - bodyRows(now));

export function scrollTo(now: Pager, row: number): void {
  now.top = Math.max(0, Math.min(row, lastTop(now)));
}

type Scroll = (height: number, count: number | null) => number;

const pageDown: Scroll = (height) => height;
const pageUp: Scroll = (height) => -height;
const down: Scroll = (_, count) => count ?? 1;
const up: Scroll = (_, count) => -(count ?? 1);
const halfDown: Scroll = (height, count) => count ?? Math.floor(height / 2);
const halfUp: Scroll = (height, count) => -(count ?? Math.floor(height / 2));

/** Rows that a key goes on by. */
export const scrolls: Readonly<Record<string, Scroll>> = {
  ' ': pageDown,
  f: pageDown,
  '^F': pageDown,
  '^V': pageDown,
  'page-down': pageDown,
  z: pageDown,
  b: pageUp,
  '^B': pageUp,
  'page-up': pageUp,
  w: pageUp,
  enter: down,
  j: down,
  e: down,
  down,
  '^N': down,
  '^E': down,
  k: up,
  y: up,
  up,
  '^P': up,
  '^Y': up,
  d: halfDown,
  '^D': halfDown,
  u: halfUp,
  '^U': halfUp,
};

type Jump = (now: Pager, count: number | null) => void;

const toStart: Jump = (now, count) => scrollTo(now, (count ?? 1) - 1);
const toEnd: Jump = (now, count) => scrollTo(now, count === null ? now.lines.length : count - 1);
const toShare: Jump = (now, count) => scrollTo(now, Math.floor((now.lines.length * (count ?? 0)) / 100));
const halfWidth = ({ screen }: Pager): number => Math.floor(screen.size().columns / 2);

const sayWhere: Jump = (now) => {
  const { name, top, lines } = now;
  const last = Math.min(top + bodyRows(now), lines.length);
  now.message = `${name} lines ${top + 1}-${last}/${lines.length}`.trim();
};

export const jumps: Readonly<Record<string, Jump>> = {
  g: toStart,
  '<': toStart,
  home: toStart,
  G: toEnd,
  '>': toEnd,
  end: toEnd,
  p: toShare,
  '%': toShare,
  right: (now) => void (now.left += halfWidth(now)),
  left: (now) => void (now.left = Math.max(0, now.left - halfWidth(now))),
  '=': sayWhere,
  '^G': sayWhere,
};
