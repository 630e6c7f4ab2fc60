import { test as base } from '@playwright/test';
import { type HostOrder, type RunningHost, startHost } from './running-host.ts';

export { expect } from '@playwright/test';

type Options = {
  /** `test.use({ order: { lab: … } })` for another lab than the starter. */
  readonly order: HostOrder;
};

type Fixtures = {
  /** A host of its own for each test, on a fresh data directory. */
  readonly host: RunningHost;
};

/** The page has already been opened with the host's token, as `npm start` does it. */
export const test = base.extend<Options & Fixtures>({
  order: [{}, { option: true }],
  host: async ({ order }, provide) => {
    const host = await startHost(order);
    await provide(host);
    await host.stop();
  },
  page: async ({ page, host }, provide) => {
    await page.goto(host.address);
    await provide(page);
  },
});
