import { expect, it } from 'vitest';
import { createGuestBench } from '../../../system/guest.fixture.ts';
import { nextOf, readTable } from './schedule.ts';

const noon = 1_700_049_600_000;

it('FR-190-130 a line of a crontab says when', () => {
  const next = (line: string): string | null => {
    const [entry] = readTable(`${line} true`, 'root').entries;
    const at = entry === undefined ? null : nextOf(entry, noon);
    return at === null ? null : new Date(at).toISOString().slice(0, 16);
  };
  expect(next('*/15 * * * *')).toBe('2023-11-15T12:15');
  expect(next('0 4 * * mon-fri')).toBe('2023-11-16T04:00');
  expect(next('30 9 1 1 *')).toBe('2024-01-01T09:30');
  expect(next('0 0 29 2 *')).toBe('2024-02-29T00:00');
  expect(next('0 0 13 * fri')).toBe('2023-11-17T00:00');
  expect(next('@monthly')).toBe('2023-12-01T00:00');
  expect(next('0 0 31 2 *')).toBeNull();
  expect(readTable('61 * * * * true', 'root').errors).toEqual([{ line: 1, what: 'bad minute' }]);
});

it('FR-190-131 crontabs run by lab time as their user, and the log tells', () => {
  const bench = createGuestBench({});
  expect(bench.run('crontab -l', { user: 'debian' })).toMatchObject({
    error: 'no crontab for debian\n',
    status: 1,
  });
  expect(bench.run('echo "* * * * * echo \\$USER >> ~/ran" | crontab -', { user: 'debian' }).status).toBe(0);
  expect(bench.run('echo "* * nonsense" | crontab -', { user: 'debian' })).toMatchObject({
    status: 1,
    error: expect.stringContaining("errors in crontab file, can't install.\n"),
  });
  expect(bench.run('crontab -l', { user: 'debian' }).output).toBe('* * * * * echo $USER >> ~/ran\n');
  for (let minute = 0; minute < 3; minute += 1) bench.pass(60_000);
  const lines = bench
    .run('cat /home/debian/ran')
    .output.split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(new Set(lines)).toEqual(new Set(['debian']));
  expect(bench.run('journalctl -u cron -o cat').output).toContain('(debian) CMD (echo $USER >> ~/ran)');
  bench.run('systemctl stop cron');
  const before = bench.run('cat /home/debian/ran').output;
  bench.pass(60_000);
  bench.pass(60_000);
  expect(bench.run('cat /home/debian/ran').output).toBe(before);
  expect(bench.faults).toEqual([]);
});
