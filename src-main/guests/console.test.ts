import { expect, test } from 'vitest';
import type { Computer } from '../../sim/index.ts';
import { bootSpan } from './boot-span.ts';
import { createConsole } from './console.ts';

const boot = [
  'Coldaisle BIOS 1.0',
  'Booting from the first hard disk...',
  'GRUB loading.',
  'Loading Linux 6.1 ...',
  '[    0.000000] Linux version 6.1',
  '[    2.000000] Run /sbin/init as init process',
  '[  OK  ] Started cron.service - Cron.',
  '[  OK  ] Started ssh.service - Secure shell.',
].map((line) => `${line}\r\n`);

function bench() {
  const clock = { now: 1000 };
  const heard: string[] = [];
  const screen = createConsole(() => clock.now);
  screen.watch((bytes) => heard.push(bytes));
  const pass = (to: number): void => {
    clock.now = to;
    screen.pass();
  };
  return { screen, pass, heard };
}

test('FR-190-261 a boot comes out line by line in lab time, and is over when its time is', () => {
  const { screen, pass } = bench();
  let ups = 0;
  screen.boot({ from: 1000, to: 16_000 });
  for (const line of boot) screen.put(line);
  screen.whenUp(() => (ups += 1));
  expect(screen.shown()).toBe('');
  pass(4000);
  expect(screen.shown()).toContain('GRUB loading');
  expect(screen.shown()).not.toContain('Linux version');
  pass(7700);
  expect(screen.shown()).toContain('Run /sbin/init');
  expect([ups, screen.shown().includes('ssh.service')]).toEqual([0, false]);
  pass(16_000);
  expect(screen.shown()).toBe(boot.join(''));
  expect(ups).toBe(1);
  screen.whenUp(() => (ups += 1));
  expect(ups).toBe(2);
});

test('FR-190-261 who looks on late sees what was said by then, and the rest as it comes', () => {
  const { screen, pass, heard } = bench();
  pass(9000);
  screen.boot({ from: 1000, to: 16_000 });
  for (const line of boot) screen.put(line);
  expect(screen.shown()).toContain('Linux version');
  pass(16_000);
  expect(heard.join('')).toBe(boot.join(''));
});

test('FR-190-262 what came up goes down in the opposite order until the power is gone', () => {
  const { screen, pass } = bench();
  for (const line of boot) screen.put(line);
  screen.goDown(6000, 'off');
  pass(3000);
  expect(screen.shown()).toContain('Stopped ssh.service');
  expect(screen.shown()).not.toContain('Power down');
  pass(6000);
  screen.cut();
  const said = screen.shown();
  expect(said.indexOf('Stopped ssh')).toBeLessThan(said.indexOf('Stopped cron'));
  expect(said.endsWith('reboot: Power down\r\n')).toBe(true);
});

test('FR-190-262 a machine whose power is cut in the middle of its boot says no more', () => {
  const { screen, pass } = bench();
  let isUp = false;
  screen.boot({ from: 1000, to: 16_000 });
  for (const line of boot) screen.put(line);
  screen.whenUp(() => (isUp = true));
  pass(3000);
  screen.cut();
  pass(60_000);
  expect([isUp, screen.shown().includes('Linux version')]).toEqual([false, false]);
});

test('FR-190-263 a console keeps the last 64 KiB', () => {
  const { screen } = bench();
  for (let at = 0; at < 200; at += 1) screen.put(`${'x'.repeat(999)}\n`);
  screen.put('last');
  expect([screen.shown().length, screen.shown().endsWith('last')]).toEqual([65_536, true]);
});

test('FR-190-261 a boot begins when the button was pressed or the machine restarted itself, and long ago where a lab has it on', () => {
  const computer = { kind: 'vm', spec: { os: 'alpine-3.19' } } as Computer;
  const started = { kind: 'vm', spec: { os: 'alpine-3.19', startedAt: 5000 } } as Computer;
  expect(bootSpan({ computer, now: 9000, work: 'time', shown: '' }).to).toBe(Number.NEGATIVE_INFINITY);
  expect(bootSpan({ computer: started, now: 9000, work: 'time', shown: '' })).toEqual({
    from: 5000,
    to: 11_000,
  });
  // Where work takes no time, neither does a boot.
  expect(bootSpan({ computer: started, now: 9000, work: 'no-time', shown: '' }).to).toBe(5000);
  const shown = 'reboot: Restarting system\r\n';
  expect(bootSpan({ computer: started, now: 9000, work: 'time', shown })).toEqual({ from: 9000, to: 15_000 });
});
