import { afterAll, beforeAll } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openTestHost } from '../../host/testing/test-host.ts';
import { describeMachine, makeMachine, settleIn } from './machine-contract.fixture.ts';

let host: Host | null = null;

beforeAll(async () => {
  host = await openTestHost();
  await settleIn(host);
});
afterAll(() => host?.close());

const standing = (): Host => {
  if (host === null) throw new Error('the host is not open');
  return host;
};

describeMachine({ name: 'simulated', host: standing, make: (name) => makeMachine(standing(), name) });
