import { expect, test } from 'vitest';
import { type MenuAction, shellChannels } from '../../sim/contract/shell.ts';
import { answerBridge, type IpcNeeds } from './ipc.ts';
import type { Sender } from './ipc-rules.ts';

type Listener = (event: Sender, input?: unknown) => unknown;

const own: Sender = { senderFrame: { url: 'http://127.0.0.1:4317/floor', parent: null } };
const stranger: Sender = { senderFrame: { url: 'https://evil.example/', parent: null } };

function bench() {
  const handlers = new Map<string, Listener>();
  const seen: {
    menus: (readonly MenuAction[])[];
    names: string[];
    allowed: string[];
    listening: number;
    warnings: string[];
  } = {
    menus: [],
    names: [],
    allowed: [],
    listening: 0,
    warnings: [],
  };
  const needs: IpcNeeds = {
    origin: () => 'http://127.0.0.1:4317',
    dialogs: {
      chooseOpenFile: () => Promise.resolve('/labs/a.coldaisle'),
      chooseSaveFile: (name) => Promise.resolve((seen.names.push(name), `/labs/${name}`)),
    },
    allow: (file) => seen.allowed.push(file),
    setMenu: (actions) => seen.menus.push(actions),
    listening: () => (seen.listening += 1),
    warn: (message) => seen.warnings.push(message),
  };
  const add = (channel: string, listener: Listener): void => void handlers.set(channel, listener);
  answerBridge({ handle: add, on: add } as Parameters<typeof answerBridge>[0], needs);
  const send = (channel: string, sender: Sender, input?: unknown): unknown =>
    handlers.get(channel)?.(sender, input);
  return { send, seen, channels: [...handlers.keys()] };
}

test('exactly the bridge’s channels are answered', () => {
  const { event: _outwards, ...inwards } = shellChannels;
  expect(bench().channels.toSorted()).toEqual(Object.values(inwards).toSorted());
});

test('the control room gets its dialogs, with a name that is only a name', async () => {
  const { send, seen } = bench();
  expect(await send(shellChannels.chooseOpenFile, own)).toBe('/labs/a.coldaisle');
  expect(await send(shellChannels.chooseSaveFile, own, '../../evil')).toBe('/labs/evil.coldaisle');
  expect(seen.names).toEqual(['evil.coldaisle']);
  expect(seen.allowed).toEqual(['/labs/a.coldaisle', '/labs/evil.coldaisle']);
});

test('nobody else gets any answer, nor is heard', async () => {
  const { send, seen } = bench();
  await expect(send(shellChannels.chooseOpenFile, stranger)).rejects.toThrow('not allowed');
  await expect(send(shellChannels.chooseSaveFile, stranger, 'x')).rejects.toThrow('not allowed');
  send(shellChannels.setMenu, stranger, []);
  send(shellChannels.listening, stranger);
  expect([seen.menus, seen.names, seen.allowed, seen.listening, seen.warnings.length]).toEqual([
    [],
    [],
    [],
    0,
    4,
  ]);
});

test('a menu is set, and one that is none is refused', () => {
  const { send, seen } = bench();
  send(shellChannels.setMenu, own, []);
  send(shellChannels.setMenu, own, [{ role: 'quit' }]);
  expect([seen.menus, seen.warnings.length]).toEqual([[[]], 1]);
});
