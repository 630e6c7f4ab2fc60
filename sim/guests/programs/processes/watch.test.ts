import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

test('FR-190-424 watch shows a command again and again until it is left, and ends with a change where it is asked to', () => {
  const bench = createGuestBench({});
  let shown = '';
  const send = (bytes: string): void => {
    shown += bytes;
  };
  const terminal = bench.guest.openTerminal({ columns: 60, rows: 10, isFull: () => false, send });
  bench.run('echo 1 > /srv/n');
  const opened = bench.guest.openSession({
    user: 'root',
    command: 'watch -n 5 cat /srv/n; echo left $?; watch -t -g cat /srv/n; echo changed',
    environment: new Map(),
    lines: { kind: 'terminal', terminal },
  });
  expect(opened.ok).toBe(true);
  bench.settle();
  expect(shown).toContain('Every 5.0s: cat /srv/n');
  expect(shown).toMatch(/web-01: Tue Nov 14 22:14:2\d 2023/);
  bench.run('echo 2 > /srv/n');
  bench.pass(5000);
  expect(shown).toContain('\x1b[3;1H2');
  terminal.input('\x03');
  bench.settle();
  expect(shown).toContain('left 0');
  bench.run('echo 3 > /srv/n');
  bench.pass(2100);
  expect(shown).toContain('changed');
  expect(bench.faults).toEqual([]);
});

test('FR-190-426 run-parts runs what a directory holds in order, and setsid leaves the session', () => {
  const bench = createGuestBench({});
  bench.run(
    'mkdir /srv/d; cd /srv/d; for n in b a c.sh; do printf "#!/bin/sh\\necho $n \\$1\\n" > $n; chmod +x $n; done',
  );
  expect(bench.run('run-parts --arg=x /srv/d').output).toBe('a x\nb x\n');
  expect(bench.run("setsid sh -c 'ps -o sid= -p $$ | grep -cw $$'").output).toBe('1\n');
  expect(bench.faults).toEqual([]);
});
