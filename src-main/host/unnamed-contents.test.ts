import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { Revision } from '../../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../../sim/contract/units.ts';
import { silentLog } from './log.ts';
import { contentsDirectory, sweepContents } from './unnamed-contents.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'coldaisle-contents-'));
  mkdirSync(contentsDirectory(data));
});
afterEach(() => rmSync(data, { recursive: true }));

const now = (): WallMillis => 1_795_000_000_000 as WallMillis;
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const keep = (text: string): void => writeFileSync(join(contentsDirectory(data), shaOf(text)), text);
const left = (): readonly string[] => readdirSync(contentsDirectory(data)).toSorted();

/** A lab that once named this content; by now it names nothing. */
function labThatKnew(id: string, text: string): string {
  const directory = join(data, 'labs', id);
  mkdirSync(directory, { recursive: true });
  const opened = openLabStore(join(directory, 'world.db'), { whenMissing: 'create', now });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const files = [{ 'a.iso': { size: text.length, sha: shaOf(text), at: 0 } }, null];
  opened.value.append(
    files.map((value, at) => ({
      key: null,
      tick: at as Tick,
      firstRevision: (at + 1) as Revision,
      actor: { origin: 'vmware', name: 'a test', role: 'admin' },
      command: { type: 'papers.write' },
      events: [{ type: 'papers.written', face: 'vmware', items: [{ key: 'datastore/d/files', value }] }],
      ids: [],
      at: now(),
    })),
  );
  opened.value.close();
  return directory;
}

test('FR-020-229 what no lab ever named goes at the start; what a rewind could name again stays', () => {
  for (const text of ['known', 'thrown away', 'nobody']) keep(text);
  writeFileSync(join(contentsDirectory(data), '.half'), 'half');
  labThatKnew('one', 'known');
  mkdirSync(join(data, 'trash'));
  renameSync(labThatKnew('two', 'thrown away'), join(data, 'trash', 'two-1'));
  sweepContents(data, silentLog);
  expect(left()).toEqual([shaOf('known'), shaOf('thrown away')].toSorted());
  rmSync(join(data, 'trash'), { recursive: true });
  sweepContents(data, silentLog);
  expect(left()).toEqual([shaOf('known')]);
});

test('FR-020-229 where a lab cannot be read, nothing goes', () => {
  keep('nobody');
  const directory = labThatKnew('one', 'known');
  writeFileSync(join(directory, 'world.db'), 'no database');
  sweepContents(data, silentLog);
  expect(left()).toEqual([shaOf('nobody')]);
});
