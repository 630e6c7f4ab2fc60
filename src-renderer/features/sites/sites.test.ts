import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { english } from '../../text/catalogue.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { changeOf, creationOf, draftOf, faultsIn, freshDraft, numberIn } from './site-draft.ts';
import { kindOf, onMap, siteRows } from './site-rows.ts';
import { SitesMap } from './sites-map.tsx';
import { SitesFace } from './sites-faces.tsx';
import { sampleCards, sampleSites } from './sites-samples.ts';

const errors = english.sites.form.errors;
const hamburg = sampleSites[0] as EntityOf<'site'>;
const nothing = (): void => undefined;

test('FR-120-447 what is wrong in the form is said beside its field, and a comma is a decimal mark', () => {
  const good = { ...freshDraft, name: 'Oslo', latitude: '59,91', longitude: '10.75' };
  expect(faultsIn(errors, good)).toEqual({});
  expect(numberIn(' −33,9 ')).toBe(-33.9);
  expect(faultsIn(errors, { ...good, name: ' ', latitude: '91', currency: 'eur', heatReuse: '101' })).toEqual(
    {
      name: errors.name,
      latitude: errors.latitude,
      currency: errors.currency,
      heatReuse: errors.share,
    },
  );
  expect(faultsIn(errors, { ...good, latitude: '' })).toEqual({ latitude: errors.pair });
  expect(faultsIn(errors, { ...good, longitude: 'east', price: '' })).toEqual({
    longitude: errors.number,
    price: errors.price,
  });
});
test('FR-120-447 a change names only what changed, an emptied field is taken away, and no change is no command', () => {
  const draft = draftOf(hamburg);
  expect(changeOf(hamburg, draft)).toBeNull();
  expect(changeOf(hamburg, { ...draft, name: 'Altona', location: '', price: '0.31' })).toEqual({
    type: 'inventory.change-many',
    changes: [{ id: 'site-1', name: 'Altona', spec: { location: null, energyPrice: 0.31 } }],
  });
});
test('FR-120-447 a new site comes with its meters, all or nothing, under the next number', () => {
  const command = creationOf({ ...freshDraft, name: ' Oslo ' }, sampleSites);
  expect(command).toMatchObject({ type: 'inventory.create-many' });
  const items = command.type === 'inventory.create-many' ? command.items : [];
  expect(items[0]).toMatchObject({ kind: 'site', id: 'site-4', name: 'Oslo', spec: { timezone: 'UTC' } });
  expect(items.slice(1).every(({ kind, parent }) => kind === 'sensor' && parent === 'site-4')).toBe(true);
  expect(items.length).toBeGreaterThan(5);
});
test('FR-120-446 a site stands on the map where it lies, and one without a place is listed beside it', () => {
  expect(onMap({ latitude: 90, longitude: -180 })).toEqual({ x: 0, y: 24 });
  expect(onMap({ latitude: 0, longitude: 0 })).toEqual({ x: 720, y: 360 });
  const html = renderToStaticMarkup(
    createElement(SitesMap, {
      rows: siteRows(sampleCards, sampleSites),
      scope: null,
      onLook: nothing,
      onPlace: nothing,
    }),
  );
  expect(html).toContain('World map with 2 sites');
  expect(html).toContain('singapore: In danger, 62 of 100');
  expect(html).toContain('Set the place of depot');
  expect(html).not.toContain('Set the place of hamburg');
});
test('FR-120-445 a site is marked by its worst alarm, else by its score', () => {
  const alarms = { critical: 0, major: 0, minor: 3, info: 0, unacknowledged: 0 };
  expect(kindOf({ score: 100, alarms })).toBe('ok');
  expect(kindOf({ score: 95, alarms: { ...alarms, major: 1 } })).toBe('major');
  expect(kindOf({ score: 95, alarms: { ...alarms, critical: 1 } })).toBe('critical');
  expect(kindOf({ score: 20, alarms: { ...alarms, major: 1 } })).toBe('critical');
});
test('FR-120-445 sites are compared side by side, and an empty lab offers to add one', () => {
  const draw = (face: 'full' | 'empty') =>
    renderToStaticMarkup(createElement(TooltipProvider, null, createElement(SitesFace, { face })));
  expect(draw('full')).toContain('Sites side by side');
  expect(draw('empty')).toContain('This lab has no site yet');
  expect(draw('empty')).toContain('Add a site…');
});
