import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import type { InsideState } from '../../../sim/contract/machine-insides.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { sampleRow } from '../explorer/explorer-samples.ts';
import { faceNames, inFace } from '../states/samples.ts';
import { memoryText } from './amounts.ts';
import { bytesIn, joined, modeText, nameOfPath, parentOf, textIn, waysOf } from './file-words.ts';
import {
  MachineFace,
  MachineFilesFace,
  MachineProcessesFace,
  MachineSnapshotsFace,
} from './machine-faces.tsx';
import { hardwareFacts, identityFacts, nowFacts } from './machine-facts.ts';
import { tabsFor } from './machine-page.ts';
import { samplePage } from './machine-samples.ts';
import { closePowerAsk, press, usePowerAsk } from './power-deeds.ts';
import { ProcessesView } from './processes-tab.tsx';
import { snapshotLines } from './snapshot-tree.tsx';
import { Tasks } from './task-strip.tsx';

const drawn = (content: React.ReactNode): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>{content}</TooltipProvider>
    </MemoryRouter>,
  );

test.each(faceNames)('FR-120-607 the page of a machine has its %s face', (face) => {
  const says = {
    full: 'Front of the shop.',
    empty: 'There is no such machine',
    loading: 'skeleton',
    stale: 'last known state',
    error: 'could not be read',
  };
  expect(drawn(<MachineFace face={face} />)).toContain(says[face]);
});

test('FR-120-666 the snapshots of a machine tell which linked copies hang on them, and on what its own disks hang', () => {
  const page = drawn(<MachineSnapshotsFace face="full" />);
  expect(page).toContain('A linked copy: its disks hang on base of golden.');
  expect(page).toContain('Linked copies: web-02');
  expect(page).toContain('Make it full');
});

test('FR-120-608 the page tells what a machine is, what it has and what it uses now', () => {
  const values = (facts: readonly { readonly label: string; readonly value: string }[]) =>
    Object.fromEntries(facts.map(({ label, value }) => [label, value]));
  expect(values(identityFacts(samplePage))).toMatchObject({
    Address: '10.0.1.10',
    SSH: '127.0.0.1:22001',
    MoRef: 'vm-1001',
    Cluster: 'cluster-01',
  });
  expect(values(hardwareFacts(samplePage.entity, (id) => `<${id}>`))).toMatchObject({
    'Hard disk 1': '40\u2009GiB, thin, on <datastore-1>',
    'Network adapter 1': '<network-1>, 10.0.1.10, 00:50:56:12:34:56',
    Workload: 'web, 80\u2009%',
  });
  expect(values(nowFacts(sampleRow))).toMatchObject({ CPU: '42\u2009%', Ready: '3\u2009ms of each second' });
  expect([memoryText(512), memoryText(1536), memoryText(65_536)]).toEqual([
    '512\u2009MiB',
    '1.5\u2009GiB',
    '64\u2009GiB',
  ]);
  expect(tabsFor(samplePage)).toHaveLength(8);
  const host = { ...samplePage, row: { ...sampleRow, kind: 'host' as const } };
  expect(tabsFor(host)).toEqual(['summary', 'performance', 'events', 'relations']);
});

test('FR-120-609 snapshots stand as a tree, and the one a machine stands on is marked', () => {
  if (samplePage.entity.kind !== 'vm') throw new Error('It is one');
  const { snapshots } = samplePage.entity.spec;
  expect(snapshotLines(snapshots).map(({ snapshot, depth }) => [snapshot.name, depth])).toEqual([
    ['base', 0],
    ['before upgrade', 1],
    ['other way', 1],
  ]);
  // One whose parent was removed is not lost.
  expect(snapshotLines(snapshots.slice(1)).map(({ depth }) => depth)).toEqual([0, 0]);
  const page = drawn(<MachineSnapshotsFace face="full" />);
  expect(page.match(/It stands here/g)).toHaveLength(1);
  expect(page).toContain('Revert to before upgrade');
  expect(drawn(<MachineSnapshotsFace face="empty" />)).toContain('There is no snapshot');
});

test('FR-120-611 files are written down as ls does, with a way through their folders', () => {
  expect(modeText({ kind: 'file', mode: 0o644 })).toBe('-rw-r--r--');
  expect(modeText({ kind: 'directory', mode: 0o1777 })).toBe('drwxrwxrwt');
  expect(modeText({ kind: 'file', mode: 0o4755 })).toBe('-rwsr-xr-x');
  expect(modeText({ kind: 'link', mode: 0o2644 })).toBe('lrw-r-Sr--');
  expect([joined('/', 'etc'), joined('/etc', 'passwd')]).toEqual(['/etc', '/etc/passwd']);
  expect([parentOf('/etc/nginx'), parentOf('/etc'), parentOf('/')]).toEqual(['/etc', '/', '/']);
  expect(waysOf('/etc/nginx').map(({ path }) => path)).toEqual(['/etc', '/etc/nginx']);
  expect(nameOfPath('/var/log/syslog')).toBe('syslog');
  expect(textIn('zw\u00c3\u00b6lf')).toBe('zwölf');
  expect([...bytesIn('\u00ff\0')]).toEqual([255, 0]);
  for (const face of faceNames) expect(drawn(<MachineFilesFace face={face} />).length).toBeGreaterThan(100);
  expect(drawn(<MachineFilesFace face="full" />)).toContain('/proc/mounts');
});

test('FR-120-612 processes are shown while a system runs, and else why not, with the way to start it', () => {
  expect(drawn(<MachineProcessesFace face="full" />)).toContain('stress --cpu 1');
  const seen = (state: InsideState): string =>
    drawn(<ProcessesView state={inFace('full', { state, items: [] }, { state, items: [] })} name="web-01" />);
  expect(seen('asleep')).toContain('Open its console');
  expect(seen('off')).toContain('It is not on');
  expect(seen('none')).toContain('cannot see the inside');
});

afterEach(closePowerAsk);

test('FR-120-606 what could lose something asks first; a host always, but to switch it on', () => {
  const asked = () => usePowerAsk.getState().asking?.verb ?? null;
  press('off', []);
  expect(asked()).toBeNull();
  press('off', [sampleRow]);
  expect(asked()).toBe('off');
  closePowerAsk();
  const host = { ...sampleRow, kind: 'host' as const };
  press('reboot', [host]);
  expect(asked()).toBe('reboot');
});

test('FR-120-613 long work shows how far it is and what is left, and a cancel where it can be cancelled', () => {
  const task = {
    id: 'task-1',
    verb: 'migrate',
    name: 'web-01',
    startedAt: 0,
    endsAt: 60_000,
    progress: 0.5,
    canCancel: true,
  } as unknown as Parameters<typeof Tasks>[0]['tasks'][number];
  const page = drawn(
    <Tasks tasks={[task, { ...task, id: 'task-2' as never, name: 'db-01', canCancel: false }]} />,
  );
  expect(page).toContain('Moving web-01');
  expect(page).toContain('30\u2009s left');
  expect(page.match(/Cancel the work on/g)).toHaveLength(1);
  expect(drawn(<Tasks tasks={[]} />)).toBe('');
});
