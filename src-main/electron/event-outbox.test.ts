import { expect, test } from 'vitest';
import type { ShellEvent } from '../../sim/contract/shell.ts';
import { createEventOutbox } from './event-outbox.ts';

const file = (path: string): ShellEvent => ({ kind: 'open-file', path });
const action: ShellEvent = { kind: 'action', id: 'lab.new' };

test('a file opened before the page listens waits for it, once and in order', () => {
  const delivered: ShellEvent[] = [];
  const outbox = createEventOutbox((event) => delivered.push(event));
  outbox.post(file('/a.coldaisle'));
  outbox.post(file('/b.coldaisle'));
  expect(delivered).toEqual([]);
  outbox.listening();
  outbox.listening();
  expect(delivered).toEqual([file('/a.coldaisle'), file('/b.coldaisle')]);
});

test('a menu click reaches a page that listens, and is not kept for another', () => {
  const delivered: ShellEvent[] = [];
  const outbox = createEventOutbox((event) => delivered.push(event));
  outbox.post(action);
  outbox.listening();
  expect(delivered).toEqual([]);
  outbox.post(action);
  expect(delivered).toEqual([action]);
});

test('a file opened while the page reloads waits for the next one', () => {
  const delivered: ShellEvent[] = [];
  const outbox = createEventOutbox((event) => delivered.push(event));
  outbox.listening();
  outbox.leaving();
  outbox.post(file('/a.coldaisle'));
  expect(delivered).toEqual([]);
  outbox.listening();
  expect(delivered).toEqual([file('/a.coldaisle')]);
});
