import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { english } from '../../text/catalogue.ts';
import { german } from '../../text/de/index.ts';
import { sampleLook, sampleOverview } from '../states/overview-samples.ts';
import { partReason } from './part-reason.ts';
import { ResilienceStrip } from './resilience-strip.tsx';
import { RoomList } from './room-list.tsx';
import { SinceStrip } from './since-strip.tsx';

const nothing = (): void => undefined;
const nameOf = (id: string): string => id;

test('FR-120-425 each part of the score says why, with its numbers, in either language', () => {
  const reasons = sampleOverview.parts.map((part) => partReason(english.overview.health, part));
  expect(reasons).toEqual(sampleOverview.parts.map(({ because }) => because));
  const [air] = sampleOverview.parts;
  if (air === undefined) throw new Error('the sample has no parts');
  expect(partReason(german.overview.health, air)).toBe('37 von 40 Zuluftwerten zwischen 18 und 27 °C');
  expect(partReason(english.overview.health, { ...air, name: 'Luck', because: 'so it is' })).toBe('so it is');
});
test('FR-120-434 a room is told by a shape, a word and a reason, and by its site where there are several', () => {
  const html = renderToStaticMarkup(
    createElement(RoomList, { rooms: sampleOverview.rooms, siteOf: () => 'hamburg', onOpen: nothing }),
  );
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(html).toContain('Critical');
  expect(html).toContain('Rack B03 is above 32 °C');
  expect(html).toContain('All inlets within the recommended envelope');
  expect(html).toContain('hamburg / ');
});
test('FR-120-429 redundancy, runtime and minutes without cooling stand side by side, and keep their place while unknown', () => {
  const draw = (resilience: typeof sampleOverview.resilience | null) =>
    renderToStaticMarkup(
      createElement(ResilienceStrip, {
        resilience,
        runtimeTrend: [],
        nameOf,
        onSelect: nothing,
        isStale: false,
      }),
    );
  const html = draw(sampleOverview.resilience);
  for (const words of ['Supply: N. ', 'UPS: 2N. ', 'ats-1 alone', '23.5', '4.2', 'chiller-1 and 1 more'])
    expect(html).toContain(words);
  const cells = (text: string) => text.match(/text-20/g)?.length;
  expect(cells(draw(null))).toBe(cells(html));
});
test('FR-120-430 what changed since the last look is one line, each change a way to it', () => {
  const html = renderToStaticMarkup(
    createElement(SinceStrip, { state: sampleLook, onSeen: nothing, onGo: nothing }),
  );
  for (const words of ['5 alarms raised', '2 edits by operator', 'power +12.3', 'PUE +0.03', 'Seen'])
    expect(html).toContain(words);
  const first = renderToStaticMarkup(
    createElement(SinceStrip, { state: { phase: 'first' }, onSeen: nothing, onGo: nothing }),
  );
  expect(first).toContain('First look');
  expect(first).not.toContain('Seen');
});
