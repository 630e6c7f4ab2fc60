import { expect, test } from 'vitest';
import { online } from '../packages/online.fixture.ts';
import { createGuestBench } from './guest.fixture.ts';
import { lateClock } from './late-clock.ts';

const day = 86_400_000;

test('FR-190-355 a guest that is looked into days after its start booted when its machine did', () => {
  const bench = createGuestBench({ late: 3 * day, wire: online, base: 'rhel-9' });
  expect(bench.run('date +%F').output).toBe('2023-11-17\n');
  expect(bench.run('systemctl status sshd | grep Active').output).toContain(
    'since Tue 2023-11-14 22:13:20 UTC; 3 days ago',
  );
  expect(bench.run('journalctl -b -u sshd -n 1').output).toMatch(/^Nov 14 22:13:2\d web-01 /);
  expect(bench.run('ps -o lstart= -p 1').output).toBe('Tue Nov 14 22:13:20 2023\n');
  expect(bench.run('uptime -p').output).toContain('up 3 days');
  bench.run('touch /root/now');
  expect(bench.run('stat -c %y /root/now | cut -c 1-10').output).toBe('2023-11-17\n');
  expect(bench.faults).toEqual([]);
});

test('FR-190-355 a guest that the host comes back to boots no second time in its past', () => {
  const first = createGuestBench({ late: day });
  first.run('logger -t deploy later');
  const again = createGuestBench({ late: 2 * day, delta: first.guest.delta() });
  expect(again.run('systemctl status ssh | grep Active').output).toContain('since Thu 2023-11-16');
  expect(again.run('journalctl -o cat -u ssh | grep -c Started').output).toBe('2\n');
});

test('FR-190-355 a unit that never rests keeps nobody from a late boot', () => {
  const bootedAt = 1_700_000_000_000;
  const late = lateClock({ clock: () => bootedAt + day, bootedAt, boot: 'power', delta: new Map() });
  expect(late.now()).toBe(bootedAt);
  let turns = 0;
  const run = (isTimeUp: () => boolean): 'more' => {
    while (!isTimeUp()) turns += 1;
    return 'more';
  };
  late.catchUp({ run, nextWake: () => null });
  expect(turns).toBeGreaterThan(1000);
  expect(late.now()).toBe(bootedAt + day);
});
