import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { speak } from '../../text/text.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { faceNames, sampleNow, sampleRefusal } from '../states/samples.ts';
import { CarryNote } from './carry-note.tsx';
import { Sheets } from './print-sheet.tsx';
import { RackCompareFace, RackFace } from './rack-faces.tsx';
import { devicesIn } from './rack-model.ts';
import { sampleModels } from './rack-samples.ts';
import { rackActions } from './rack.actions.ts';
import { deviceWords } from './unit-words.ts';
import { carriedOver } from './use-carry.ts';

const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>{what}</TooltipProvider>
    </MemoryRouter>,
  );
const [full, half] = sampleModels;
if (full === undefined || half === undefined) throw new Error('no samples');

afterEach(() => {
  vi.unstubAllGlobals();
});

test('FR-120-337 an elevation is a grid that says each unit: place, name, kind, draw and condition', () => {
  const face = drawn(<RackFace face="full" />);
  expect(face).toContain('role="grid" aria-label="Elevation of rack B01"');
  expect(face).toContain('>U33–U34, web-08, server, Two-socket server 2U, draws nothing, planned</span>');
  expect(face).toContain('>U42, patch-01, patch panel, 24-port patch panel, ok</span>');
  expect(face).toContain('aria-label="U41, empty"');
  expect(face.match(/tabindex="0"[^>]*role="gridcell"|role="gridcell"[^>]*tabindex="0"/g)).toHaveLength(1);
});
test('FR-120-338 planned, staged and retired devices differ by outline and word, not by hue alone', () => {
  const face = drawn(<RackFace face="full" />);
  for (const part of ['rack-hatched border-dashed', 'planned', 'staged', 'retired'])
    expect(face).toContain(part);
});
test('FR-120-339 several racks stand side by side on one scale, each with its load, ΔT and free units', () => {
  const face = drawn(<RackCompareFace face="full" />);
  expect(face.match(/role="grid"/g)).toHaveLength(3);
  for (const part of ['ΔT', '12\u2009U free', '42\u2009U free', 'Take B02 out of the comparison'])
    expect(face).toContain(part);
});
test('FR-120-340 both screens have their five faces, each of its own', () => {
  for (const Face of [RackFace, RackCompareFace]) {
    const all = faceNames.map((face) => drawn(<Face face={face} />));
    expect(new Set(all).size).toBe(faceNames.length);
    expect(drawn(<Face face="error" />)).toContain(sampleRefusal.code);
    expect(drawn(<Face face="loading" />)).toContain('Loading');
    expect(drawn(<Face face="stale" />)).toContain('last known');
  }
});
test('FR-120-341 on paper there is each rack from both sides and a table of its devices, and that it is simulated', () => {
  const sheet = drawn(<Sheets models={[full]} seed="7f3a" at={sampleNow} />);
  for (const part of ['Rack B01', 'Simulated lab, seed 7f3a', 'Front', 'Rear', 'sw-b03', 'U42', 'A + B'])
    expect(sheet).toContain(part);
  expect(sheet.match(/<tr>/g)).toHaveLength(devicesIn(full).length + 1);
});
test('FR-120-342 while it is carried each check of a device is said with its arithmetic', () => {
  const device = devicesIn(full).find(({ name }) => name === 'web-01');
  if (device === undefined) throw new Error('no sample');
  const target = { rack: half.rack.id, position: 41, face: 'both' } as const;
  const carried = carriedOver({ device, from: full.rack.id, by: 'keys', target }, [full, half]);
  const note = drawn(<CarryNote carried={carried} racks={[full.rack, half.rack]} />);
  for (const part of ['web-01 → B02 U41–U42', 'may not go here', 'Taken by patch-01', 'of 8.00'])
    expect(note).toContain(part);
});
test('FR-120-343 every action of racks has a name of its own, and says why it cannot run elsewhere', () => {
  const actions = rackActions();
  expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
  expect(actions.every((action) => (action.disabled() ?? '') !== '')).toBe(true);
});
test('FR-120-344 racks speak German, with units as HE', async () => {
  const device = devicesIn(full).find(({ name }) => name === 'web-08');
  if (device === undefined) throw new Error('no sample');
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await speak('de');
  const said = deviceWords(device, 'planned', null);
  const titles = rackActions().map(({ title }) => title);
  await speak('en');
  expect(said).toBe('HE 33–34, web-08, Server, Two-socket server 2U, zieht nichts, geplant');
  expect(titles).toContain('Nächstes Rack der Reihe');
  expect(deviceWords(device, 'planned', null)).toMatch(/^U33–U34, .* planned$/);
});
