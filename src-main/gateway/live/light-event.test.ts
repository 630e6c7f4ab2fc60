import { expect, test } from 'vitest';
import { loggedEventSchema, type LoggedEvent } from '../../../sim/contract/events.ts';
import { lightEvent } from './light-event.ts';

const logged = (event: object): LoggedEvent =>
  loggedEventSchema.parse({
    revision: 7,
    tick: 9,
    actor: { origin: 'system', name: 'vm-1', role: 'admin' },
    event,
  });

test('FR-190-191 pages hear which files of a machine changed, and not what stands in them', () => {
  const record = { kind: 'file', mode: 0o600, uid: 0, gid: 0, modifiedAt: 5, content: 'secret' };
  const light = lightEvent(
    logged({
      type: 'guest.changed',
      machine: 'vm-1',
      demand: null,
      services: null,
      files: [
        { path: '/etc/shadow', is: 'kept', record },
        { path: '/var/log/x', is: 'longer', bytes: 'secret', modifiedAt: 6 },
        { path: '/tmp/y', is: 'gone' },
      ],
    }),
  );
  expect(JSON.stringify(light)).not.toContain('secret');
  expect(light.event).toMatchObject({
    files: [{ path: '/etc/shadow' }, { path: '/var/log/x' }, { path: '/tmp/y' }],
  });
  expect(loggedEventSchema.safeParse(light).success).toBe(true);
  const other = logged({ type: 'lab.renamed', name: 'x' });
  expect(lightEvent(other)).toBe(other);
});
