import { expect, test } from 'vitest';
import { createInn, worldWith } from './inn.fixture.ts';
import { openLine } from './open-line.ts';
import { createSmallMaker } from './small-guest.fixture.ts';
import type { EntityId } from '../../sim/contract/ids.ts';

test.each([null, { columns: 80, rows: 24 }])(
  'FR-190-298 a client that never says that it takes more gets all there is, as it takes it: terminal %j',
  async (terminal) => {
    const inn = createInn(createSmallMaker(), worldWith(1));
    const opened = await inn.runtime.open('vm-1' as EntityId);
    if (!opened.ok) throw new Error(opened.refusal.message);
    let behind = 0;
    let taken = 0;
    let most = 0;
    const ended = new Promise<void>((resolve) => {
      const what = {
        kind: 'session',
        user: 'root',
        command: `x=$(printf '%0100000d' 7); for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf %s "$x"; done`,
      } as const;
      const line = openLine(
        opened.value,
        { what, environment: new Map(), terminal },
        {
          write: (bytes) => {
            behind += bytes.length;
            most = Math.max(most, behind);
            setTimeout(() => {
              behind -= bytes.length;
              taken += bytes.length;
            }, 5);
          },
          backlog: () => behind,
          exited: () => resolve(),
          cut: () => resolve(),
        },
      );
      if (!line.ok) throw new Error(line.refusal.message);
    });
    await ended;
    while (behind > 0) await new Promise((done) => setTimeout(done, 5));
    expect(taken).toBe(1_200_000);
    expect(most).toBeLessThan(600_000);
    await inn.runtime.close();
  },
);
