import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

test('FR-190-427 who sits at a terminal is listed as a session, and a session can be ended', () => {
  const bench = createGuestBench({});
  expect(bench.run('loginctl; users').output).toBe('No sessions.\n');
  const send = (): void => undefined;
  const terminal = bench.guest.openTerminal({ columns: 80, rows: 24, isFull: () => false, send });
  const environment = new Map<string, string>();
  bench.guest.openSession({
    user: 'debian',
    command: null,
    environment,
    lines: { kind: 'terminal', terminal },
  });
  bench.settle();
  const listed = bench.run('loginctl list-sessions --no-legend').output;
  expect(listed).toMatch(/^ +\d+ 1000 debian  pts\/0\n$/);
  expect(bench.run('loginctl list-users; users').output).toContain('1000 debian\n\n1 user listed.\ndebian\n');
  expect(bench.run('loginctl terminate-user debian', { user: 'debian' }).status).toBe(1);
  expect(bench.run('loginctl terminate-session 99999')).toMatchObject({
    error: "Could not terminate session: No session '99999' known\n",
    status: 1,
  });
  bench.run(`loginctl terminate-session ${listed.trim().split(' ')[0] ?? ''}`);
  bench.pass(1000);
  expect(bench.run('loginctl').output).toBe('No sessions.\n');
  expect(bench.faults).toEqual([]);
});

test('FR-190-428 script keeps what was shown, on a terminal of its own', () => {
  const bench = createGuestBench({});
  const ran = bench.run('cd /srv; script -e -c "echo hi; tty; exit 3" log; echo $?; cat log');
  expect(ran.output).toBe(
    "Script started, output log file is 'log'.\nhi\r\n/dev/pts/0\r\nScript done.\n3\n" +
      'Script started on 2023-11-14 22:14:20+00:00 [COMMAND="echo hi; tty; exit 3" <not executed on terminal>]\nhi\r\n/dev/pts/0\r\n\n' +
      'Script done on 2023-11-14 22:14:20+00:00 [COMMAND_EXIT_CODE="3"]\n',
  );
  expect(bench.run('cd /srv; echo "echo \\$((6*7))" | script -q typed; grep -c 42 typed').output).toContain(
    '1\n',
  );
  expect(bench.faults).toEqual([]);
});

test('FR-190-429 vmstat counts on, and install puts files with mode and owner', () => {
  const bench = createGuestBench({});
  const rows = bench.run('vmstat 1 3').output.trimEnd().split('\n');
  expect(rows).toHaveLength(5);
  expect(rows[4]?.trim().split(/ +/)).toHaveLength(17);
  expect(bench.run('vmstat 0').status).toBe(1);
  bench.run('cd /srv; echo x > a; install -D -m 640 -o www-data a deep/er/b');
  expect(bench.run('stat -c "%a %U" /srv/deep/er/b').output).toBe('640 www-data\n');
  expect(bench.faults).toEqual([]);
});
