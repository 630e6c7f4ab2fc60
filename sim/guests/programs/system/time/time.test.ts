import { expect, test } from 'vitest';
import { online } from '../../../packages/online.fixture.ts';
import { createGuestBench } from '../../../system/guest.fixture.ts';

const hour = 3_600_000;

test('FR-190-350 a clock that was set is in all that asks for the time, and how long something lasts is not', () => {
  const bench = createGuestBench({});
  const before = bench.run('cut -d. -f1 /proc/uptime; uptime -s').output;
  expect(before).toBe('60\n2023-11-14 22:13:20\n');
  bench.run('date -s "2023-11-14 20:00:00"');
  expect(bench.run('date +%T; echo x > /root/x; stat -c %y /root/x | cut -c 12-19').output).toBe(
    '20:00:00\n20:00:00\n',
  );
  expect(bench.run('cut -d. -f1 /proc/uptime; uptime -s; grep btime /proc/stat').output).toBe(
    '60\n2023-11-14 19:59:00\nbtime 1699991940\n',
  );
  bench.run('logger -t deploy early');
  expect(bench.run('journalctl -b -t deploy').output).toContain('Nov 14 20:00:00 web-01 deploy');
  expect(bench.run('SECONDS=0; timeout 5 sleep 9; echo $? $SECONDS; date +%T').output).toBe(
    '124 5\n20:00:05\n',
  );
  expect(bench.run('ps -o lstart= -p 1').output).toContain('20:00:00');
  expect(bench.faults).toEqual([]);
});

test('FR-190-351 timedatectl sets the clock for root where no time service keeps it', () => {
  const bench = createGuestBench({ wire: online });
  const bare = bench.run('timedatectl; timedatectl set-ntp true').output;
  expect(bare).toContain('System clock synchronized: no\n              NTP service: n/a\n');
  expect(bench.run('timedatectl set-ntp true')).toMatchObject({
    error: 'Failed to set ntp: NTP not supported\n',
    status: 1,
  });
  expect(bench.run('timedatectl set-time "2024-02-29 12:00:00"', { user: 'debian' }).error).toBe(
    'Failed to set time: Interactive authentication required.\n',
  );
  bench.run('timedatectl set-time "2024-02-29 12:00:00"');
  expect(bench.run('date -Is').output).toBe('2024-02-29T12:00:00+00:00\n');
  expect(bench.run('timedatectl set-time nonsense').status).toBe(1);
  expect(bench.run('timedatectl show -p NTP').output).toContain('NTP=no\n');
});

function kept(): ReturnType<typeof createGuestBench> {
  const bench = createGuestBench({ wire: online });
  bench.run('apt-get update && apt-get install -y chrony');
  bench.pass(10_000);
  return bench;
}

test('FR-190-352 a time service keeps the clock: it jumps soon after its start, and is led slowly later', () => {
  const bench = kept();
  expect(bench.run('timedatectl').output).toContain('synchronized: yes\n              NTP service: active\n');
  expect(bench.run('timedatectl set-time 12:00:00').error).toBe(
    'Failed to set time: Automatic time synchronization is enabled\n',
  );
  for (let looks = 0; looks < 4; looks += 1) bench.pass(300_000);
  const truth = Number(bench.run('date +%s').output);
  bench.run('date -s "-10 seconds"');
  bench.pass(256_000);
  expect(bench.run('chronyc tracking').output).toMatch(
    /System time {5}: (9|10)\.\d+ seconds slow of NTP time/,
  );
  expect(bench.run('journalctl -u chrony -o cat').output).toMatch(/System clock wrong by 10\.\d+ seconds/);
  bench.pass(200_000);
  expect(Number(bench.run('date +%s').output)).toBe(truth + 456);
  bench.run('date -s "+2 hours"; chronyc makestep');
  expect(Number(bench.run('date +%s').output)).toBe(truth + 456);
  bench.run('date -s "+2 hours"; systemctl restart chrony');
  bench.pass(10_000);
  expect(Number(bench.run('date +%s').output)).toBe(truth + 466);
  expect(bench.run('journalctl -u chrony -o cat').output).toMatch(/System clock was stepped by -7(199|200)/);
  expect(bench.run('chronyc makestep', { user: 'debian' }).output).toBe('501 Not authorised\n');
  expect(bench.faults).toEqual([]);
});

test('FR-190-352 a time service that is stopped leaves the clock as it stands', () => {
  const bench = kept();
  expect(bench.run('chronyc sources').output).toMatch(/\^\* 203\.0\.113\.\d+ +2 {3}6 {3}377/);
  expect(bench.run('timedatectl set-ntp false; timedatectl').output).toContain('NTP service: inactive\n');
  expect(bench.run('chronyc tracking')).toMatchObject({ output: '506 Cannot talk to daemon\n', status: 1 });
  const truth = Number(bench.run('date +%s').output);
  bench.run('timedatectl set-time "2023-11-15 06:00:00"');
  bench.pass(hour);
  expect(Number(bench.run('date +%s').output)).toBe(1_700_031_600);
  bench.run('timedatectl set-ntp true');
  bench.pass(10_000);
  expect(Number(bench.run('date +%s').output)).toBe(truth + 3610);
});

test('FR-190-353 package lists are not valid yet for a clock that is behind, and expired for one that is ahead', () => {
  const bench = createGuestBench({ wire: online });
  bench.run('date -s "-1 day"');
  const early = bench.run('apt-get update');
  expect(early.status).toBe(100);
  expect(early.error).toMatch(
    /^E: Release file for http:\/\/deb\.debian\.org\/debian\/dists\/bookworm-updates\/InRelease is not valid yet \(invalid for another \d+h \d+min \d+s\)\. Updates for this repository will not be applied\.$/m,
  );
  bench.run('date -s "+10 days"');
  expect(bench.run('apt-get update').error).toMatch(
    /bookworm-security\/InRelease is expired \(invalid since 2d \d/,
  );
  bench.run('date -s "-9 days"');
  expect(bench.run('apt-get update').status).toBe(0);
});

test('FR-190-354 cron goes by the clock of its machine', () => {
  const bench = createGuestBench({});
  bench.run('echo "0 6 * * * date +\\%T >> /root/ran" | crontab -');
  bench.pass(120_000);
  bench.run('date -s "2023-11-15 05:58:30"');
  bench.pass(60_000);
  expect(bench.run('cat /root/ran').status).toBe(1);
  for (let passed = 0; passed < 4; passed += 1) bench.pass(30_000);
  expect(bench.run('cat /root/ran').output).toBe('06:00:00\n');
});
