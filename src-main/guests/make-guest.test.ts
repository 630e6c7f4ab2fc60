import { expect, test } from 'vitest';
import { createGuestBench } from '../../sim/guests/system/guest.fixture.ts';
import { servicesOf } from './make-guest.ts';

test('FR-190-184 what answers in a guest is what listens there, by port and process', () => {
  const bench = createGuestBench({});
  bench.settle();
  expect(servicesOf(bench.guest)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'sshd', port: 22 }),
      expect.objectContaining({ name: 'nginx', port: 80 }),
    ]),
  );
  bench.run('systemctl stop nginx');
  expect(servicesOf(bench.guest).map(({ port }) => port)).not.toContain(80);
});
