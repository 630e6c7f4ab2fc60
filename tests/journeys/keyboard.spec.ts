import type { Page } from '@playwright/test';
import {
  closePalette,
  listedActions,
  openPalette,
  pressCaps,
  reachByName,
  settled,
  traceOf,
  watchUnseen,
} from './support/by-keyboard.ts';
import type { ListedAction } from './support/by-keyboard.ts';
import { actionGrounds, quietActions } from './support/actions.table.ts';
import type { ActionGround } from './support/actions.table.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

// A walk through some twenty actions, each by name and some by their keys too.
test.setTimeout(600_000);

/** How one likes the page; the second of each pair, so that choosing the first changes it. */
const likings = [
  { theme: 'light', density: 'comfortable', language: 'en' },
  { theme: 'dark', density: 'compact', language: 'en' },
  { theme: 'system', density: 'default', language: 'de' },
] as const;

async function like(page: Page, liking: (typeof likings)[number]): Promise<void> {
  await page.evaluate(
    (state) => localStorage.setItem('coldaisle.preferences', JSON.stringify({ state, version: 1 })),
    liking,
  );
}

/** A paused lab in which an alarm rings: nothing moves but what the keys move. */
async function prepare(host: RunningHost): Promise<Readonly<Record<string, string>>> {
  const rack = await ask(host, 'entity', { id: 'A01' });
  const { items: pdus } = await ask(host, 'entities', { parent: rack.id, kinds: 'pdu' });
  const { items: devices } = await ask(host, 'entities', { parent: rack.id, kinds: 'device' });
  const { items: upses } = await ask(host, 'entities', { kinds: 'ups' });
  const pdu = pdus[0];
  if (pdu === undefined) throw new Error('A01 has no PDU');
  await command(host, { type: 'clock.pause' });
  await command(host, { type: 'plant.order', verb: 'breaker-open', target: pdu.id });
  await command(host, { type: 'clock.step', ticks: 120 });
  await expect.poll(async () => (await ask(host, 'status')).clock.owed).toBe(0);
  await expect
    .poll(async () => (await ask(host, 'alarms', { states: 'ACTIVE' })).items.length)
    .toBeGreaterThan(0);
  const { items: alarms } = await ask(host, 'alarms', { states: 'ACTIVE' });
  return {
    rack: rack.id,
    device: devices[0]?.id ?? rack.id,
    ups: upses[0]?.id ?? rack.id,
    alarmed: alarms[0]?.source ?? rack.id,
  };
}

const addressOf = (host: RunningHost, { on }: ActionGround, ids: Readonly<Record<string, string>>): string =>
  `${host.url}${on.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')}`;

const groundOf = ({ id }: ListedAction): ActionGround | undefined =>
  actionGrounds.find(({ begins }) => begins.some((start) => id.startsWith(start)));

const isLiked = (page: Page, liking: (typeof likings)[number]): Promise<boolean> =>
  page.evaluate(({ theme, density, language }) => {
    const { state } = JSON.parse(localStorage.getItem('coldaisle.preferences') ?? '{"state":{}}') as {
      readonly state: Readonly<Record<string, unknown>>;
    };
    return state['theme'] === theme && state['density'] === density && state['language'] === language;
  }, liking);

/** Loads the page anew only for another liking, or where the way led out of it; else it goes back within it. */
async function stand(page: Page, address: string, liking: (typeof likings)[number]): Promise<string> {
  while ((await page.locator('[role="dialog"]:not([data-aside])').count()) > 0)
    await page.keyboard.press('Escape');
  if (!(await isLiked(page, liking)) || page.url().includes('/wall')) {
    await like(page, liking);
    await page.goto(address);
  } else if (page.url() !== address)
    await page.evaluate((way) => {
      history.pushState(null, '', way);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeAttached();
  while ((await page.locator('[role="dialog"]:not([data-aside])').count()) > 0)
    await page.keyboard.press('Escape');
  return settled(page);
}

/** Whether anything came of it, within the patience of a person. */
async function leftTrace(page: Page, before: string): Promise<boolean> {
  const deadline = Date.now() + 3000;
  while (Date.now() < deadline) {
    const now = await traceOf(page).catch(() => before);
    if (now !== before) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

type Walk = { readonly page: Page; readonly address: string };

/** By its name in the palette, on a page of one liking. */
async function byName({ page, address }: Walk, id: string, liking: (typeof likings)[number]) {
  const before = await stand(page, address, liking);
  const action = await reachByName(page, id);
  if (action === null) return 'is not listed any more';
  const came = await leftTrace(page, before);
  if (action.reason !== null) return came && action.reason !== '' ? null : `refused without a reason`;
  return came ? null : 'left no trace';
}

test('FR-120-517 a palette that was only looked at leaves no trace: what is found below came of the action', async ({
  page,
  host,
}) => {
  await prepare(host);
  await watchUnseen(page);
  await page.goto(host.address);
  await stand(page, `${host.url}/settings`, likings[0]);
  // The alarm is told some seconds after it rang, and that is no trace of the palette.
  await page
    .locator('li[data-swipe-direction]')
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => undefined);
  const before = await settled(page);
  await openPalette(page);
  await closePalette(page);
  expect(await leftTrace(page, before)).toBe(false);
});

for (const ground of actionGrounds)
  test(`FR-120-517 every action is reached by keyboard alone, by name and by its keys: ${ground.noun}`, async ({
    page,
    host,
  }) => {
    const ids = await prepare(host);
    await watchUnseen(page);
    const walk = { page, address: addressOf(host, ground, ids) };
    await page.goto(host.address);
    await stand(page, walk.address, likings[0]);
    await openPalette(page);
    const all = await listedActions(page);
    await closePalette(page);
    const mine = all.filter((action) => groundOf(action) === ground);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.filter(({ title }) => title === '')).toEqual([]);
    const failed: string[] = [];
    const refused: string[] = [];
    for (const { id, reason, caps } of mine) {
      if (reason !== null) refused.push(`${id}: ${reason}`);
      let why: string | null = 'was not tried';
      // A choice that is made already changes nothing: then it is tried where another one is made.
      for (const liking of likings) if (why !== null) why = await byName(walk, id, liking);
      if (why !== null && !(id in quietActions)) failed.push(`${id} ${why}`);
      if (caps.length === 0) continue;
      const before = await stand(page, walk.address, likings[1]);
      await pressCaps(page, caps);
      if (!(await leftTrace(page, before)) && !(id in quietActions))
        failed.push(`${id} by ${caps.join(' ')}`);
    }
    await test.info().attach('not available, with the reason', { body: refused.join('\n') });
    expect(failed).toEqual([]);
  });
