import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { AssetRow } from '../../../sim/contract/assets.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Client } from '../../data/requests.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { devicesIn } from '../rack/rack-model.ts';
import { sampleModels, sampleRacks } from '../rack/rack-samples.ts';
import { faceNames } from '../states/samples.ts';
import { sampleRows } from './asset-samples.ts';
import { coolersOf, feedChains, rackOf, sensorsNear } from './device-chains.ts';
import { DeviceFace } from './device-faces.tsx';
import { ageIn, cardWith, isLink } from './device-facts.ts';
import { cellsAround } from './device-place.tsx';
import { devicePath, finestModule, labelsOf, pagesOfLabels, sheetOf, usualLabels } from './label-draft.ts';
import { LabelSheets } from './label-paper.tsx';
import { labelSheets, paperSizes } from './label-sheets.table.ts';
import { labelRows, mostLabels } from './use-label-rows.ts';

const devices = sampleModels[0] === undefined ? [] : devicesIn(sampleModels[0]);
const named = (name: string) => {
  const device = devices.find((one) => one.name === name);
  if (device === undefined) throw new Error(`There is no ${name}`);
  return device;
};

test.each(faceNames)('FR-120-496 the page of a device has its %s face', (face) => {
  const page = renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>
        <DeviceFace face={face} />
      </TooltipProvider>
    </MemoryRouter>,
  );
  const says = {
    full: 'Documents and notes',
    empty: 'There is no such device',
    loading: 'skeleton',
    stale: 'last known state',
    error: 'could not be read',
  };
  expect(page).toContain(says[face]);
});

test('FR-120-496 a device hangs on the PDUs of its rack, by its feeds, and on what feeds those', () => {
  expect(feedChains(sampleRacks, named('web-02')).map(({ feed }) => feed)).toEqual(['A', 'B']);
  expect(feedChains(sampleRacks, named('fw-01')).map(({ feed }) => feed)).toEqual(['B']);
  const device = named('web-02');
  const rack = rackOf(sampleRacks, device);
  expect(rack?.id).toBe(device.parent);
  const entities = new Map(sampleRacks.entities);
  const [chain] = feedChains(sampleRacks, device);
  const pdu = chain?.things[0];
  if (pdu === undefined) throw new Error('It has no PDU');
  const round = { ...pdu, links: { fedBy: [pdu.id] } };
  entities.set(pdu.id, round);
  const again = feedChains({ ...sampleRacks, entities }, device)[0];
  expect(again?.things.map(({ id }) => id)).toEqual([pdu.id]);
  expect(sensorsNear(sampleRacks, device).every(({ parent }) => parent === device.parent)).toBe(true);
  expect(coolersOf(sampleRacks, { ...device, parent: 'rack-none' as EntityId })).toEqual([]);
});

test('FR-120-496 the excerpt shows the device with the units around it, and no more', () => {
  const cells = cellsAround(42, named('web-02'), devices);
  expect(cells.some((cell) => cell.kind === 'device' && cell.device.name === 'web-02')).toBe(true);
  expect(cells.reduce((units, { height }) => units + height, 0)).toBeLessThanOrEqual(14);
  expect(cellsAround(42, named('web-02'), []).filter(({ kind }) => kind === 'device')).toHaveLength(1);
});

test('FR-120-497 a card is sent as a whole, without what is empty, and only links of the web are links', () => {
  const before = { owner: 'Platform', notes: 'old', documents: [{ title: 'a', url: 'b' }] };
  expect(cardWith(before, { notes: '' })).toEqual({
    owner: 'Platform',
    documents: [{ title: 'a', url: 'b' }],
  });
  expect(cardWith(before, { documents: [] })).toEqual({ owner: 'Platform', notes: 'old' });
  expect(cardWith(undefined, { notes: 'new' })).toEqual({ notes: 'new' });
  expect(['https://a.b/c', 'HTTP://x', 'javascript:alert(1)', 'share/x', 'file:///etc'].map(isLink)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('FR-120-497 an age is counted in whole years and months', () => {
  expect(ageIn('2024-03-11', '2026-01-05')).toEqual({ years: 1, months: 9 });
  expect(ageIn('2024-03-11', '2026-03-11')).toEqual({ years: 2, months: 0 });
  expect(ageIn('2026-03-12', '2026-03-11')).toBeNull();
});

const rows = [1, 2, 3].flatMap((at) => sampleRows.at(at) ?? []);
const lacking = rows.map((row, at): AssetRow => (at === 1 ? { ...row, tag: null } : row));
const origin = 'http://127.0.0.1:4711';

test('FR-120-498 a label holds what was chosen, and a device that lacks it is left out and named', () => {
  const made = labelsOf(lacking, usualLabels, origin);
  expect(made.labels.map(({ content }) => content)).toEqual([lacking[0]?.tag, lacking[2]?.tag]);
  expect(made.without).toEqual([lacking[1]?.name]);
  expect(made.labels[0]?.lines).toEqual([
    lacking[0]?.name,
    lacking[0]?.tag,
    lacking[0]?.model,
    `${lacking[0]?.place} U${lacking[0]?.unit}`,
  ]);
  const links = labelsOf(lacking, { ...usualLabels, content: 'link', fields: [] }, origin).labels;
  expect(links[0]).toMatchObject({ content: `${origin}${devicePath(lacking[0]?.id ?? '')}`, lines: [] });
  const odd = rows.map((row) => ({ ...row, tag: 'Gerät 1' }));
  expect(labelsOf(odd, { ...usualLabels, code: 'code128' }, origin).labels).toEqual([]);
  expect(labelsOf(odd, usualLabels, origin).without).toEqual([]);
});

test('FR-120-498 sheets begin at the first label that is left, and every label lies on its paper', () => {
  const labels = Array.from({ length: 25 }, (_, at) => ({ id: String(at), content: 'x', lines: [] }));
  const pages = pagesOfLabels(labels, { ...usualLabels, from: 20 });
  expect(pages.map((page) => page.length)).toEqual([2, 21, 2]);
  expect(pages[0]?.[0]).toMatchObject({ column: 1, row: 6 });
  expect(pagesOfLabels(labels, { ...usualLabels, from: 99 })[0]).toHaveLength(1);
  for (const sheet of labelSheets) {
    const { width, height } = paperSizes[sheet.paper];
    const right = sheet.left + (sheet.columns - 1) * sheet.stepX + sheet.width;
    const bottom = sheet.top + (sheet.rows - 1) * sheet.stepY + sheet.height;
    expect({ id: sheet.id, fits: right <= width && bottom <= height }).toEqual({ id: sheet.id, fits: true });
    expect([sheet.stepX >= sheet.width, sheet.stepY >= sheet.height]).toEqual([true, true]);
  }
});

test('FR-120-498 codes are drawn black on paper, and how fine they become is known beforehand', () => {
  const { labels } = labelsOf(rows, usualLabels, origin);
  const page = renderToStaticMarkup(<LabelSheets labels={labels} draft={usualLabels} />);
  expect(page.match(/<svg/g)).toHaveLength(3);
  expect(page).toContain(`Code: ${rows[0]?.tag}`);
  expect(finestModule(labels, usualLabels)).toBeCloseTo((38.1 - 4) / 29, 5);
  const long = labels.map((label) => ({ ...label, content: `${origin}/device?id=device-1` }));
  expect(finestModule(long, { ...usualLabels, code: 'code128' })).toBeLessThan(0.19);
  expect(sheetOf({ sheet: 'letter-30' }).columns).toBe(3);
});

test('FR-120-498 labels are for those that are ticked, a thousand at most', async () => {
  const asked: { ids?: readonly string[]; offset: number }[] = [];
  const query = (async (_: string, params: { ids?: readonly string[]; offset: number }) => {
    asked.push(params);
    const items = Array.from({ length: 500 }, (__, at) => ({ id: `device-${params.offset + at}` }));
    return { ok: true, value: { items } };
  }) as unknown as Client['query'];
  const all = await labelRows(query, { pick: { mode: 'all', without: new Set(['device-3']) }, filter: {} });
  expect(all.ok && all.value).toHaveLength(mostLabels);
  expect(all.ok && all.value.some(({ id }) => id === 'device-3')).toBe(false);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 500, 1000]);
  await labelRows(query, { pick: { mode: 'some', ids: new Set(['device-9']) }, filter: {} });
  expect(asked[3]?.ids).toEqual(['device-9']);
});
