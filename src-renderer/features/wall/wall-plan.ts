/** What the wall shows, in which order and for how long; it stands in the address and in this browser. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';

export const wallViews = ['overview', 'floor', 'power', 'alarms', 'sites'] as const;
export type WallView = (typeof wallViews)[number];

export type WallPlan = {
  readonly views: readonly WallView[];
  /** Seconds of one view. */
  readonly every: number;
  /** Seconds that a new critical alarm is held in front; 0 does not interrupt. */
  readonly hold: number;
};

export const usualPlan: WallPlan = { views: ['overview', 'floor', 'power', 'alarms'], every: 20, hold: 30 };
export const everyLimits = { least: 5, most: 600 } as const;
export const holdLimits = { least: 0, most: 600 } as const;

type Limits = { readonly least: number; readonly most: number };

function secondsIn(text: string | null, limits: Limits, otherwise: number): number {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value)
    ? Math.min(limits.most, Math.max(limits.least, Math.round(value)))
    : otherwise;
}

const isView = (word: string): word is WallView => wallViews.some((view) => view === word);

/** What the address leaves out, this browser remembers; what it says wrongly is passed over. */
export function planIn(search: URLSearchParams, kept: WallPlan): WallPlan {
  const asked = [
    ...new Set(
      (search.get('views') ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(isView),
    ),
  ];
  return {
    views: asked.length > 0 ? asked : kept.views,
    every: secondsIn(search.get('every'), everyLimits, kept.every),
    hold: secondsIn(search.get('hold'), holdLimits, kept.hold),
  };
}

export const searchOf = ({ views, every, hold }: WallPlan): string =>
  `?views=${views.join(',')}&every=${every}&hold=${hold}`;

export type WallStep = { readonly view: WallView; readonly about: EntityId | null };

/** One step for each view; the floor has one for each room. */
export const stepsOf = (views: readonly WallView[], rooms: readonly EntityId[]): readonly WallStep[] =>
  views.flatMap((view): readonly WallStep[] =>
    view === 'floor' ? rooms.map((about) => ({ view, about })) : [{ view, about: null }],
  );

/** Round and round, both ways. */
export const stepAfter = (at: number, by: number, count: number): number =>
  count === 0 ? 0 : (((at + by) % count) + count) % count;

/** Moves one up or down in the order. */
export function moved(views: readonly WallView[], view: WallView, by: 1 | -1): readonly WallView[] {
  const at = views.indexOf(view);
  const other = views[at + by];
  if (at === -1 || other === undefined) return views;
  return views.map((one) => (one === view ? other : one === other ? view : one));
}
