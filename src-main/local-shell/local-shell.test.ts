import { expect, test } from 'vitest';
import { createLocalShell } from './local-shell.ts';
import type { LocalShellDeps, LocalShellRequest } from './local-shell.ts';
import { loadNodePty } from './node-pty.ts';

const deps: LocalShellDeps = {
  leave: 'given',
  wanted: () => 'on',
  load: loadNodePty,
  platform: process.platform,
  environment: { ...process.env, SHELL: '/bin/sh', COLDAISLE_SECRET: 'ours' },
};

function client() {
  const seen = { shown: '', status: null as number | null };
  const request: LocalShellRequest = {
    columns: 77,
    rows: 21,
    write: (bytes) => void (seen.shown += bytes),
    backlog: () => 0,
    exited: (status) => void (seen.status = status),
  };
  return { seen, request };
}

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setTimeout(done, 5));
};

test('FR-190-267 a shell of this computer opens where the host has leave, in its size, and ends with its status', async () => {
  const { seen, request } = client();
  const opened = await createLocalShell(deps).open(request);
  if (!opened.ok) throw new Error(opened.refusal.message);
  opened.value.input('stty size; echo "<$COLDAISLE_SECRET>"; exit 3\r');
  await until(() => seen.status !== null);
  expect(seen.status).toBe(3);
  expect(seen.shown).toContain('21 77');
  expect(seen.shown).toContain('<>');
  // Whoever types on finds nobody.
  opened.value.input('echo late\r');
  opened.value.hangup();
});

test('FR-190-267 a shell that is hung up ends', async () => {
  const { request } = client();
  const { seen, request: other } = client();
  const opened = await createLocalShell(deps).open({ ...request, write: other.write, exited: other.exited });
  if (!opened.ok) throw new Error(opened.refusal.message);
  await until(() => seen.shown !== '');
  opened.value.resize(100, 30);
  opened.value.hangup();
  await until(() => seen.status !== null);
  expect(seen.status).not.toBeNull();
});

test('FR-190-267 without leave, or switched off, none is opened and the reason is said', async () => {
  const { request } = client();
  const barred = createLocalShell({ ...deps, leave: 'not-given' });
  expect(barred.state()).toMatchObject({ state: 'off' });
  expect(await barred.open(request)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
  const off = createLocalShell({ ...deps, wanted: () => 'off' });
  expect(off.state().reason).toContain('switched off');
  expect(await off.open(request)).toMatchObject({
    refusal: { hint: expect.stringContaining('guests.localShell=on') as string },
  });
});

test('FR-190-268 where the native part is missing, everything else works and the tab says why', async () => {
  const { request } = client();
  const shell = createLocalShell({
    ...deps,
    load: () => Promise.reject(new Error('no binary for this computer\nlong advice')),
  });
  expect(shell.state()).toEqual({ state: 'on', reason: null });
  expect(await shell.open(request)).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  expect(shell.state().reason).toBe(
    'A terminal of this computer cannot be opened: no binary for this computer',
  );
});
