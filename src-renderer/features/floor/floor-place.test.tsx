import { useRef } from 'react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { isStep, placeIn, saysPlace, searchWithPlace, usualPlace } from './floor-place.ts';
import { floorActions, moreActions } from './floor.actions.ts';
import { useFloorView } from './floor-view-state.ts';
import { offerPictures } from './picture-offer.ts';
import { usePictures } from './use-pictures.ts';

test('FR-120-538 layer, colouring, table, editing and the moment stand in the address and come back from it', () => {
  const at = Date.parse('2026-01-05T09:30:15Z');
  const past = { layer: 'power', mode: 'operate', face: 'table', isEditing: false, at } as const;
  const search = searchWithPlace('?sel=rack-1&site=site-1', past);
  expect(search).toBe(
    '?sel=rack-1&site=site-1&layer=power&mode=operate&face=table&at=2026-01-05T09%3A30%3A15Z',
  );
  expect(placeIn(search)).toEqual(past);
  expect(placeIn(searchWithPlace('', { ...usualPlace, isEditing: true }))).toEqual({
    ...usualPlace,
    isEditing: true,
  });
  expect(searchWithPlace(search, usualPlace)).toBe('?sel=rack-1&site=site-1');
  expect([saysPlace(search), saysPlace('?sel=rack-1')]).toEqual([true, false]);
});

test('FR-120-538 what an address says wrongly is as usual, and who looks at the past does not edit', () => {
  expect(placeIn('?layer=taste&mode=x&face=3d&at=soon&edit=yes')).toEqual(usualPlace);
  expect(placeIn('?edit=1&at=2026-01-05T09:30:00Z').isEditing).toBe(false);
});

test('FR-120-538 a choice is a step of the way back; moments that the slider passes are not', () => {
  const past = { ...usualPlace, at: 1000 };
  expect(isStep(usualPlace, { ...usualPlace, layer: 'power' })).toBe(true);
  expect(isStep(usualPlace, { ...usualPlace, isEditing: true })).toBe(true);
  expect(isStep(usualPlace, past)).toBe(true);
  expect(isStep(past, { ...past, at: 2000 })).toBe(false);
});

function Asking(): ReactNode {
  const stage = useRef(null);
  const nothing = { latest: () => null };
  const sources = { readings: nothing, marks: { racks: [], units: new Map() }, plant: nothing as never };
  const look = { mode: 'analyse', layer: 'inlet', face: 'map', hasArrows: false, hasSensors: false } as const;
  const subject = usePictures(stage, { floor: null, look, at: 0, isPast: false, sources });
  const withdraw = offerPictures(subject);
  const reasons = floorActions()
    .filter(({ id }) => moreActions.includes(id))
    .map(({ disabled }) => disabled?.() ?? 'may be done');
  withdraw();
  return reasons.join(' | ');
}

test('FR-120-539 a menu of the floor may ask while it is rendered whether there is a picture to save', () => {
  useFloorView.setState({ isShown: true });
  try {
    expect(renderToStaticMarkup(<Asking />)).toContain('Show the floor as map first');
  } finally {
    useFloorView.setState({ isShown: false });
  }
});
