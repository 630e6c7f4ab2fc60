import { expect, test } from 'vitest';
import { startHost } from '../journeys/support/running-host.ts';
import { freshFolder } from '../../src-main/host/testing/test-host.ts';

test('FR-001-035 after a kill -9 the host comes back at the same address, after an orderly end at a new one', async () => {
  const dataDirectory = freshFolder();
  const first = await startHost({ dataDirectory });
  await first.kill();
  const second = await startHost({ dataDirectory });
  expect(second.address).toBe(first.address);
  await second.stop();
  const third = await startHost({ dataDirectory });
  expect(third.token).not.toBe(first.token);
  await third.stop();
});
