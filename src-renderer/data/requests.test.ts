import { expect, test, vi } from 'vitest';
import type { ClientMessage, ServerMessage } from '../../sim/contract/live.ts';
import { createEmitter } from './emitter.ts';
import { createClient } from './requests.ts';

function setUp() {
  const sent: ClientMessage[] = [];
  const messages = createEmitter<ServerMessage>();
  const client = createClient({
    send: (message) => {
      sent.push(message);
      return true;
    },
    onMessage: messages.on,
  });
  return { client, sent, say: (message: unknown) => messages.emit(message as ServerMessage) };
}
const idOf = (message: ClientMessage | undefined): number =>
  message !== undefined && 'id' in message ? message.id : -1;

test('FR-120-064 answers find their question, in whatever order they come', async () => {
  const { client, sent, say } = setUp();
  const [status, rules] = [client.query('status', {}), client.query('rules', {})];
  say({ op: 'result', id: idOf(sent[1]), ok: true, value: { items: [] } });
  say({ op: 'refused', id: idOf(sent[0]), refusal: { code: 'busy', message: 'Later.' } });
  expect(await rules).toEqual({ ok: true, value: { items: [] } });
  expect(await status).toEqual({ ok: false, refusal: { code: 'busy', message: 'Later.' } });
});
test('FR-120-064 after a break a command is asked again under the same key, and what is answered is not', async () => {
  const { client, sent, say } = setUp();
  const done = client.execute({ type: 'clock.pause' });
  const asked = client.query('rules', {});
  say({ op: 'result', id: idOf(sent[1]), ok: true, value: {} });
  await asked;
  say({ op: 'hello' });
  expect(sent).toHaveLength(3);
  expect(sent[2]).toEqual(sent[0]);
  expect(sent[2]).toMatchObject({ op: 'execute', key: expect.stringMatching(/^ui-[0-9a-f]{24}$/) });
  say({ op: 'result', id: idOf(sent[2]), ok: true, value: { revision: 1 } });
  expect(await done).toMatchObject({ ok: true });
});
test('FR-120-064 who is not answered for half a minute is told so', async () => {
  vi.useFakeTimers();
  const { client } = setUp();
  const asked = client.query('status', {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await asked).toMatchObject({ ok: false, refusal: { code: 'busy' } });
  vi.useRealTimers();
});
