/** A lab that stands still in a known moment, and a page on it that shows nothing of the machine it runs on. */
import { expect, type Page } from '@playwright/test';
import { ask, command } from './lab-api.ts';
import type { RunningHost } from './running-host.ts';

/** Half past ten of the lab's second day: trends have a day to show. */
const momentTicks = 26.5 * 3600;
const failureTicks = 900;
/** Of the vCenter: nobody else's. It is seen in the settings, so it stays the same. */
const quietPort = 28_989;

/** To a tick, not so many further: how far the lab ran before it was paused is chance. */
async function stepTo(host: RunningHost, tick: number): Promise<void> {
  const { clock } = await ask(host, 'status');
  for (let left = tick - clock.tick; left > 0; left -= 86_400)
    await command(host, { type: 'clock.step', ticks: Math.min(left, 86_400) });
  await expect
    .poll(async () => (await ask(host, 'status')).clock.tick, { timeout: 300_000, intervals: [250] })
    .toBe(tick);
}

/** With an alarm that somebody saw, one that nobody did, and a run that goes on. */
export async function holdStill(host: RunningHost): Promise<void> {
  await command(host, { type: 'clock.pause' });
  // Alarms that come together are told together, by the wall's clock.
  const notify = { desktop: 'off' } as const;
  // What else this machine runs would show: another host at the usual port, an engine that is there or not.
  const patch = { notify, guests: { engine: 'off' }, faces: { vmware: { port: quietPort } } } as const;
  await command(host, { type: 'desk.configure', patch });
  await expect.poll(async () => (await ask(host, 'vsphere')).state, { timeout: 60_000 }).toBe('up');
  await stepTo(host, momentTicks - failureTicks);
  for (const name of ['A04', 'B02']) {
    const { id } = await ask(host, 'entity', { id: name });
    await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id, severity: 'total' });
  }
  await stepTo(host, momentTicks - 60);
  const { items } = await ask(host, 'alarms', { states: 'ACTIVE' });
  for (const { id } of items.slice(0, 1))
    await command(host, { type: 'alarm.acknowledge', id, note: 'On my way' });
  await stepTo(host, momentTicks);
}

/** Ports, sizes and counts of this run, which no two runs share: `what` becomes `as`, everywhere on the page. */
const chance = [
  { what: String.raw`(?<=127\.0\.0\.1|localhost):\d+`, as: ':4000' },
  { what: String.raw`(?<=^|\s):\d{4,5}\b`, as: ':4000' },
  { what: String.raw`\d+(?= msg/min)`, as: '0' },
  { what: String.raw`(?<=coldaisle-journey-)\w+`, as: '000000' },
  { what: String.raw`\d+(\.\d)?\s[kMG]?B\b`, as: '1.0 MB' },
  // The wall's day; the lab's own are in January of 2026.
  { what: String.raw`\b(?!2026-01-0\d)20\d\d-\d\d-\d\d \d\d:\d\d(:\d\d)?`, as: '2026-01-01 00:00' },
  // Who looked at a report has made it; which picture came first is chance.
  { what: 'Last made 2026-01-0. ..:..', as: 'Not made yet' },
] as const;

/** From now on: whatever a component writes again is covered again before it is painted. */
export const hideChance = (page: Page): Promise<void> =>
  page.evaluate((rules) => {
    const cover = (): void => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const from = node.nodeValue ?? '';
        const to = rules.reduce((text, { what, as }) => text.replaceAll(new RegExp(what, 'g'), as), from);
        if (to !== from) node.nodeValue = to;
      }
    };
    new MutationObserver(cover).observe(document.body, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    cover();
  }, chance);
