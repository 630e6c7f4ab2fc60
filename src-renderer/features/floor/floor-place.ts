/** How the floor is looked at, as a link says it: layer, colouring, plan or table, editing, and the moment. Pure. */
import { type FloorLayer, floorLayers } from '../../canvas/heat/floor-layer.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';
import type { FloorFace } from './floor-view-state.ts';

export type FloorPlace = {
  readonly layer: FloorLayer;
  readonly mode: FloorMode;
  readonly face: FloorFace;
  readonly isEditing: boolean;
  /** Lab time in milliseconds; null is now. */
  readonly at: number | null;
};

export const usualPlace: FloorPlace = {
  layer: 'inlet',
  mode: 'analyse',
  face: 'map',
  isEditing: false,
  at: null,
};

const modes = ['operate', 'analyse'] as const satisfies readonly FloorMode[];
const faces = ['map', 'table'] as const satisfies readonly FloorFace[];
const keys = ['layer', 'mode', 'face', 'edit', 'at'] as const;

const oneOf = <T extends string>(known: readonly T[], said: string | null): T | null =>
  known.find((one) => one === said) ?? null;

/** To the second, as a person would write it. */
const momentText = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

function momentIn(said: string | null): number | null {
  const at = said === null ? Number.NaN : Date.parse(said);
  return Number.isNaN(at) ? null : at;
}

/** Whether a link says anything of it: one that does not leaves it as it is. */
export const saysPlace = (search: string): boolean => {
  const params = new URLSearchParams(search);
  return keys.some((key) => params.has(key));
};

/** What is not said, or not understood, is as usual. Who edits, edits now: a moment of the past wins. */
export function placeIn(search: string): FloorPlace {
  const params = new URLSearchParams(search);
  const at = momentIn(params.get('at'));
  return {
    layer: oneOf(floorLayers, params.get('layer')) ?? usualPlace.layer,
    mode: oneOf(modes, params.get('mode')) ?? usualPlace.mode,
    face: oneOf(faces, params.get('face')) ?? usualPlace.face,
    isEditing: at === null && params.get('edit') === '1',
    at,
  };
}

/** The usual goes without saying. */
export function searchWithPlace(search: string, place: FloorPlace): string {
  const params = new URLSearchParams(search);
  const said: Readonly<Record<(typeof keys)[number], string | null>> = {
    layer: place.layer === usualPlace.layer ? null : place.layer,
    mode: place.mode === usualPlace.mode ? null : place.mode,
    face: place.face === usualPlace.face ? null : place.face,
    edit: place.isEditing ? '1' : null,
    at: place.at === null ? null : momentText(place.at),
  };
  for (const key of keys) {
    const value = said[key];
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The slider passes over many moments; those are one step of the way back. */
export const isStep = (from: FloorPlace, to: FloorPlace): boolean =>
  from.layer !== to.layer ||
  from.mode !== to.mode ||
  from.face !== to.face ||
  from.isEditing !== to.isEditing ||
  (from.at === null) !== (to.at === null);
