import type { Page } from '@playwright/test';
import { english } from '../../src-renderer/text/catalogue.ts';
import { german } from '../../src-renderer/text/de/index.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import { liveScreens } from './support/screens.table.ts';

test.setTimeout(300_000);

/** What stands in English on a German screen, where (everywhere: null), and why that is right. */
const excepted: readonly { readonly text: string; readonly on: string | null; readonly because: string }[] = [
  { text: 'Remote write', on: null, because: 'the name of a protocol, as Prometheus calls it' },
  { text: 'Sites side by side', on: '/api', because: 'the API describes itself in English' },
  { text: 'Documents', on: '/help?doc=alarms', because: 'a heading of the handbook, which is in English' },
  {
    text: 'Out of service',
    on: '/help?doc=alarms',
    because: 'a heading of the handbook, which is in English',
  },
  {
    text: 'Real hardware',
    on: '/help?doc=alarms',
    because: 'a heading of the handbook, which is in English',
  },
];

const leastLetters = 8;
const lettersIn = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** Texts of the catalogue by their paths; functions speak only with something in them. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const inGerman = new Map(textsIn(german, ''));
const saidInGerman = new Set(inGerman.values());

/** English texts that German says otherwise. */
const leftovers = new Set(
  textsIn(english, '')
    .filter(([path, text]) => lettersIn(text) > leastLetters && inGerman.get(path) !== text)
    .map(([, text]) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => !saidInGerman.has(text)),
);

/** Every text and every name that is said, as it stands on the page. */
const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const add = (text: string | null): void => {
      const said = (text ?? '').replaceAll(/\s+/g, ' ').trim();
      if (said !== '') found.add(said);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const tag = node.parentElement?.tagName ?? '';
      if (!['SCRIPT', 'STYLE', 'CODE', 'PRE'].includes(tag)) add(node.textContent);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'alt'])
      for (const node of document.querySelectorAll(`[${name}]`)) add(node.getAttribute(name));
    return [...found];
  });

const paths = [
  ...liveScreens.map(({ path }) => path),
  '/alarms?tab=rules&rule=new',
  '/drills?tab=reports',
  '/rack?sel={rack}',
  '/?sel={ups}',
  '/?sel={crac}',
  '/wall?views=alarms&every=30',
];

test('FR-120-518 no screen that is read in German says a text of the catalogue in English', async ({
  page,
  host,
}) => {
  const rack = await ask(host, 'entity', { id: 'A01' });
  const first = async (kinds: string): Promise<string> =>
    (await ask(host, 'entities', { kinds })).items[0]?.id ?? rack.id;
  const ids: Readonly<Record<string, string>> = {
    rack: rack.id,
    ups: await first('ups'),
    crac: await first('crac'),
  };
  // Something to tell of: an alarm, a scenario, a drill.
  await command(host, { type: 'drill.start', drill: 'breaker' });
  await command(host, { type: 'clock.pause' });
  await command(host, { type: 'clock.step', ticks: 300 });
  await expect.poll(async () => (await ask(host, 'status')).clock.owed).toBe(0);
  expect(leftovers.size).toBeGreaterThan(1000);

  await page.addInitScript(() =>
    localStorage.setItem('coldaisle.preferences', JSON.stringify({ state: { language: 'de' }, version: 1 })),
  );
  await page.goto(host.address);
  const found: string[] = [];
  const met = new Set<(typeof excepted)[number]>();
  for (const path of paths) {
    await page.goto(`${host.url}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await expect(page.getByRole('status', { name: /^Lädt/ })).toHaveCount(0);
    for (const text of await saidOn(page)) {
      if (!leftovers.has(text)) continue;
      const exception = excepted.find((one) => one.text === text && (one.on === null || one.on === path));
      if (exception === undefined) found.push(`${path}: ${text}`);
      else met.add(exception);
    }
  }
  for (const { text, on, because } of met)
    process.stdout.write(`stays English${on === null ? '' : ` on ${on}`}: ${text} (${because})\n`);
  expect(found).toEqual([]);
});
