import { afterAll, beforeAll } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openTestHost } from '../../host/testing/test-host.ts';
import { makeMachine, settleIn } from './driven-machines.fixture.ts';
import type { Driver } from './driven-machines.fixture.ts';
import { describeMachine } from './machine-contract.fixture.ts';
import { describeInside, describeSystem } from './system-contract.fixture.ts';

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

const simulated: Driver = {
  name: 'simulated',
  host: standing,
  make: (name) => makeMachine(standing(), name),
};

describeMachine(simulated);
describeInside(simulated);
describeSystem(simulated);
