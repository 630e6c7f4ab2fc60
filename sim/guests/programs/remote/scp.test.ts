import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

test('FR-190-292 scp -t writes what a client of the old protocol sends, directories, modes and times too', () => {
  const { run } = createGuestBench({});
  const sent = run('scp -r -p -t /srv', {
    input: 'T1700000000 0 1700000001 0\nD0750 0 site\nC0640 5 a b\nhello\0E\nC0755 0 empty\n\0',
  });
  expect(sent).toEqual({ output: '\0\0\0\0\0\0\0\0', error: '', status: 0 });
  expect(
    run('stat -c "%n %a %s %Y" /srv/site "/srv/site/a b" /srv/empty; cat "/srv/site/a b"').output,
  ).toMatch(/^\/srv\/site 750 \d+ 1700000000\n\/srv\/site\/a b 640 5 \d+\n\/srv\/empty 755 0 \d+\nhello$/);
});

test('FR-190-292 scp -t refuses names that lead elsewhere, and directories nobody asked for', () => {
  const { run } = createGuestBench({});
  expect(run('scp -t /srv', { input: 'C0644 1 ../x\n' })).toMatchObject({
    output: '\0\x01scp: error: unexpected filename: ../x\n',
    status: 1,
  });
  expect(run('scp -t /srv', { input: 'D0755 0 d\n' }).output).toBe(
    '\0\x01scp: /srv/d: received directory without -r\n',
  );
  expect(run('scp -d -t /nowhere').output).toBe('\x01scp: /nowhere: No such file or directory\n');
  expect(run('scp -t /no/where', { input: 'C0644 1 x\n' }).output).toBe(
    '\0\x01scp: /no/where: No such file or directory\n',
  );
});

test('FR-190-292 scp -f sends a file when it is asked on, and says what it cannot send', () => {
  const { run } = createGuestBench({});
  run('mkdir -p /srv/d; printf hello > /srv/d/f; chmod 640 /srv/d/f; chmod 750 /srv/d');
  expect(run('scp -f /srv/d/f', { input: '\0\0\0' })).toEqual({
    output: 'C0640 5 f\nhello\0',
    error: '',
    status: 0,
  });
  expect(run('scp -r -f /srv/d', { input: '\0\0\0\0\0' }).output).toBe('D0750 0 d\nC0640 5 f\nhello\0E\n');
  expect(run('scp -f /srv/d /none', { input: '\0' })).toMatchObject({
    output: '\x01scp: /srv/d: not a regular file\n\x01scp: /none: No such file or directory\n',
    status: 1,
  });
  expect(run('scp a')).toMatchObject({
    status: 1,
    error: expect.stringContaining('usage: scp') as string,
  });
});
