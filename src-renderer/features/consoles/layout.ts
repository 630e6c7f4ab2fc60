/** How terminals lie: panes with tabs, divided in two again and again. Pure, so that it can be kept and tested. */
export type Pane = {
  readonly kind: 'pane';
  readonly id: string;
  readonly tabs: readonly string[];
  readonly shown: string | null;
};
export type Split = {
  readonly kind: 'split';
  readonly id: string;
  /** `row`: side by side. */
  readonly way: 'row' | 'column';
  /** What the first of both takes, 0 … 1. */
  readonly part: number;
  readonly first: Layout;
  readonly second: Layout;
};
export type Layout = Pane | Split;

export type Edge = 'left' | 'right' | 'top' | 'bottom';
/** Onto the tabs of a pane, or beside it. */
export type Goal = { readonly pane: string; readonly at: Edge | 'tabs' };

/** Percent of the whole. */
export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type PlacedPane = { readonly pane: Pane; readonly rect: Rect };
export type PlacedBorder = {
  readonly split: Split;
  readonly rect: Rect;
  /** Of both together: what a drag is measured by. */
  readonly whole: Rect;
};

export const emptyPane = (id: string): Pane => ({ kind: 'pane', id, tabs: [], shown: null });

export function panesOf(layout: Layout): readonly Pane[] {
  return layout.kind === 'pane' ? [layout] : [...panesOf(layout.first), ...panesOf(layout.second)];
}

export const paneOf = (layout: Layout, tab: string): Pane | null =>
  panesOf(layout).find(({ tabs }) => tabs.includes(tab)) ?? null;

const mapPanes = (layout: Layout, change: (pane: Pane) => Layout): Layout =>
  layout.kind === 'pane'
    ? change(layout)
    : { ...layout, first: mapPanes(layout.first, change), second: mapPanes(layout.second, change) };

export const withTab = (layout: Layout, pane: string, tab: string): Layout =>
  mapPanes(layout, (one) =>
    one.id === pane ? { ...one, tabs: [...one.tabs.filter((other) => other !== tab), tab], shown: tab } : one,
  );

export const withShown = (layout: Layout, tab: string): Layout =>
  mapPanes(layout, (pane) => (pane.tabs.includes(tab) ? { ...pane, shown: tab } : pane));

/** What stood right of it is shown then, else left. A pane without tabs goes, where another is left. */
export function withoutTab(layout: Layout, tab: string): Layout {
  const less = mapPanes(layout, (pane) => {
    const at = pane.tabs.indexOf(tab);
    if (at < 0) return pane;
    const tabs = pane.tabs.filter((other) => other !== tab);
    return { ...pane, tabs, shown: pane.shown === tab ? (tabs[at] ?? tabs[at - 1] ?? null) : pane.shown };
  });
  return withoutEmpty(less);
}

function withoutEmpty(layout: Layout): Layout {
  if (layout.kind === 'pane') return layout;
  const [first, second] = [withoutEmpty(layout.first), withoutEmpty(layout.second)];
  if (first.kind === 'pane' && first.tabs.length === 0) return second;
  if (second.kind === 'pane' && second.tabs.length === 0) return first;
  return { ...layout, first, second };
}

/** Alone in its pane it goes nowhere beside itself. */
export function moved(layout: Layout, tab: string, goal: Goal): Layout {
  const from = paneOf(layout, tab);
  const to = panesOf(layout).find(({ id }) => id === goal.pane);
  if (from === null || to === undefined) return layout;
  if (goal.at === 'tabs') {
    if (from.id === to.id) return withShown(layout, tab);
    return withoutEmpty(withTab(withoutTabOnly(layout, tab), to.id, tab));
  }
  if (from.id === to.id && from.tabs.length === 1) return layout;
  const id = nextId(layout);
  const less = withoutTabOnly(layout, tab);
  return withoutEmpty(
    mapPanes(less, (pane) =>
      pane.id === goal.pane
        ? besides(pane, { kind: 'pane', id, tabs: [tab], shown: tab }, goal.at as Edge)
        : pane,
    ),
  );
}

const withoutTabOnly = (layout: Layout, tab: string): Layout =>
  mapPanes(layout, (pane) => {
    const tabs = pane.tabs.filter((other) => other !== tab);
    return { ...pane, tabs, shown: pane.shown === tab ? (tabs[0] ?? null) : pane.shown };
  });

function besides(pane: Pane, fresh: Pane, edge: Edge): Split {
  const way = edge === 'left' || edge === 'right' ? 'row' : 'column';
  const isFirst = edge === 'left' || edge === 'top';
  const [first, second] = isFirst ? [fresh, pane] : [pane, fresh];
  return { kind: 'split', id: `${fresh.id}-split`, way, part: 0.5, first, second };
}

function nextId(layout: Layout): string {
  const numbers = panesOf(layout).map(({ id }) => Number(id.replace(/\D+/g, '')) || 0);
  return `pane-${Math.max(0, ...numbers) + 1}`;
}

const smallestPart = 0.1;

export function withPart(layout: Layout, split: string, part: number): Layout {
  if (layout.kind === 'pane') return layout;
  if (layout.id === split)
    return { ...layout, part: Math.min(1 - smallestPart, Math.max(smallestPart, part)) };
  return {
    ...layout,
    first: withPart(layout.first, split, part),
    second: withPart(layout.second, split, part),
  };
}

/** All in one pane, that tab in front. */
export const stacked = (tabs: readonly string[], shown: string | null): Pane => ({
  kind: 'pane',
  id: 'pane-1',
  tabs,
  shown: shown ?? tabs[0] ?? null,
});

/** Each in a pane of its own, in a grid that is as wide as high or wider. */
export function tiled(tabs: readonly string[]): Layout {
  if (tabs.length === 0) return emptyPane('pane-1');
  const columns = Math.ceil(Math.sqrt(tabs.length));
  const rows = Array.from({ length: Math.ceil(tabs.length / columns) }, (_, at) =>
    tabs.slice(at * columns, (at + 1) * columns),
  );
  const pane = (tab: string): Layout => ({ kind: 'pane', id: `pane-of-${tab}`, tabs: [tab], shown: tab });
  return joined(
    rows.map((row) => joined(row.map(pane), 'row')),
    'column',
  );
}

/** All of the same size. */
function joined(parts: readonly Layout[], way: Split['way']): Layout {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('nothing to join');
  if (rest.length === 0) return first;
  const id = `${panesOf(first)[0]?.id ?? ''}-${way}`;
  return { kind: 'split', id, way, part: 1 / parts.length, first, second: joined(rest, way) };
}

const whole: Rect = { left: 0, top: 0, width: 100, height: 100 };

export type Placed = { readonly panes: readonly PlacedPane[]; readonly borders: readonly PlacedBorder[] };

export function placed(layout: Layout, rect: Rect = whole): Placed {
  if (layout.kind === 'pane') return { panes: [{ pane: layout, rect }], borders: [] };
  const [one, other] = halves(layout, rect);
  const first = placed(layout.first, one);
  const second = placed(layout.second, other);
  const border = { split: layout, rect: other, whole: rect };
  return {
    panes: [...first.panes, ...second.panes],
    borders: [border, ...first.borders, ...second.borders],
  };
}

function halves({ way, part }: Split, rect: Rect): readonly [Rect, Rect] {
  if (way === 'row') {
    const width = rect.width * part;
    return [
      { ...rect, width },
      { ...rect, left: rect.left + width, width: rect.width - width },
    ];
  }
  const height = rect.height * part;
  return [
    { ...rect, height },
    { ...rect, top: rect.top + height, height: rect.height - height },
  ];
}

/** Which edge of a pane a point is nearest to; in its middle third, its tabs. */
export function edgeAt(x: number, y: number): Edge | 'tabs' {
  const distances: readonly (readonly [Edge, number])[] = [
    ['left', x],
    ['right', 1 - x],
    ['top', y],
    ['bottom', 1 - y],
  ];
  const [edge, distance] = distances.reduce((nearest, one) => (one[1] < nearest[1] ? one : nearest));
  return distance > 1 / 3 ? 'tabs' : edge;
}
