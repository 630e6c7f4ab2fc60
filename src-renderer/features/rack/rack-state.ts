/** How racks are looked at, and what is asked about them; kept while the app runs. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Device, Side } from './elevation.ts';

export type SidesShown = Side | 'both';
export const sidesShown = ['both', 'front', 'rear'] as const satisfies readonly SidesShown[];

/** Pixels to a unit. At the usual one a unit is a target that a finger can hit: WCAG 2.5.8. */
export const zooms = { small: 15, usual: 24, large: 34 } as const;
export type Zoom = keyof typeof zooms;
export const zoomNames = ['small', 'usual', 'large'] as const satisfies readonly Zoom[];

export const ranges = { day: 24, week: 168 } as const;
export type Range = keyof typeof ranges;

export type Asked =
  | { readonly kind: 'add'; readonly rack: EntityId; readonly unit: number; readonly side: Side }
  | { readonly kind: 'edit'; readonly device: Device }
  | { readonly kind: 'move'; readonly device: Device }
  | { readonly kind: 'remove'; readonly device: Device }
  | { readonly kind: 'find' };

export type RackLook = { readonly sides: SidesShown; readonly zoom: Zoom; readonly range: Range };

type RackState = RackLook & {
  /** Side by side there is room for the names on one side only. */
  readonly comparedSides: SidesShown;
  /** The racks last shown, for when neither the link nor the selection names one. */
  readonly shown: readonly EntityId[];
  /** The device that the screen's buttons and actions are about. */
  readonly device: Device | null;
  readonly asked: Asked | null;
  /** True while the racks are the screen. */
  readonly isShown: boolean;
};

export const useRacks = create<RackState>(() => ({
  sides: 'both',
  comparedSides: 'front',
  zoom: 'usual',
  range: 'day',
  shown: [],
  device: null,
  asked: null,
  isShown: false,
}));

/** The sides that are shown of so many racks, and how to choose others. */
export const sidesFor = (state: Pick<RackState, 'sides' | 'comparedSides'>, racks: number): SidesShown =>
  racks > 1 ? state.comparedSides : state.sides;

export function lookAt({ sides, ...look }: Partial<RackLook>): void {
  const isCompared = useRacks.getState().shown.length > 1;
  useRacks.setState({
    ...look,
    ...(sides === undefined ? {} : isCompared ? { comparedSides: sides } : { sides }),
  });
}

export const ask = (asked: Asked): void => useRacks.setState({ asked });
export const dropAsked = (): void => useRacks.setState({ asked: null });

export function zoomBy(step: 1 | -1): void {
  const { zoom } = useRacks.getState();
  const next = zoomNames[zoomNames.indexOf(zoom) + step];
  if (next !== undefined) useRacks.setState({ zoom: next });
}
