import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { System } from '../kernel/program.ts';
import type { Bench } from '../machine.fixture.ts';
import { ask, createBench } from '../machine.fixture.ts';
import type { FileDelta, NodeRecord } from './node.ts';

const paths = [
  '/usr',
  '/usr/share',
  '/usr/share/words',
  '/usr/a',
  '/usr/share/b',
  '/usr/share/b/c',
  '/home/learner',
  '/tmp/x',
  '/tmp/y',
];
const path = fc.constantFrom(...paths);
const deed = fc.oneof(
  fc.record({ kind: fc.constant('write'), path, text: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant('mkdir'), path }),
  fc.record({ kind: fc.constant('link'), path }),
  fc.record({ kind: fc.constant('remove'), path }),
  fc.record({ kind: fc.constant('rmdir'), path }),
  fc.record({ kind: fc.constant('rename'), path, to: path }),
  fc.record({ kind: fc.constant('twin'), path, to: path }),
  fc.record({ kind: fc.constant('chmod'), path }),
  fc.record({ kind: fc.constant('take'), path }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function perform({ files }: System, of: Deed): void {
  const to = 'to' in of ? of.to : of.path;
  if (of.kind === 'write' && 'text' in of) files.writeFile(of.path, of.text, 0o644);
  if (of.kind === 'mkdir') files.makeDirectory(of.path, 0o755);
  if (of.kind === 'link') files.makeLink('/usr/share', of.path);
  if (of.kind === 'remove') files.remove(of.path);
  if (of.kind === 'rmdir') files.removeDirectory(of.path);
  if (of.kind === 'rename') files.rename(of.path, to);
  if (of.kind === 'twin') files.makeTwin(of.path, to);
  if (of.kind === 'chmod') files.changeMode(of.path, 0o700);
}

/** Everything one can see of a machine's files but the numbers of its inodes. */
function pictureOf(bench: Bench): unknown {
  return ask(bench, ({ files }) => {
    const rows: unknown[] = [];
    const groups = new Map<number, number>();
    const visit = (at: string): void => {
      const stat = files.linkStat(at === '' ? '/' : at);
      if (!stat.ok) return;
      const { inode, device, ...rest } = stat.value;
      const key = device * 1e9 + inode;
      if (!groups.has(key)) groups.set(key, groups.size);
      const what =
        rest.kind === 'file' ? files.readFile(at) : rest.kind === 'link' ? files.readLink(at) : null;
      rows.push([at, rest, groups.get(key), what]);
      if (rest.kind !== 'directory' || /^\/(proc|sys|dev)$/.test(at)) return;
      const list = files.list(at === '' ? '/' : at);
      if (list.ok)
        for (const { name } of list.value.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
          visit(`${at}/${name}`);
    };
    visit('');
    return [rows, files.mounts().map(({ usedBytes, usedInodes }) => [usedBytes, usedInodes])];
  });
}

test('FR-190-005 a machine made of its delta, or of all changes taken, is what it was', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const bench = createBench({});
      const folded = new Map<string, NodeRecord | null>();
      const take = (): void => {
        for (const [at, record] of bench.machine.takeChanges()) folded.set(at, record);
      };
      for (const of of deeds) {
        if (of.kind === 'take') take();
        else ask(bench, (system) => (perform(system, of), true));
        bench.pass(7);
      }
      take();
      const picture = pictureOf(bench);
      const again = (delta: FileDelta): unknown => pictureOf(createBench({ base: bench.base, delta }));
      expect(again(bench.machine.delta())).toEqual(picture);
      expect(again(folded)).toEqual(picture);
      expect([...bench.machine.takeChanges()]).toEqual([]);
      expect(createBench({ base: bench.base, delta: folded }).machine.delta()).toEqual(bench.machine.delta());
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('FR-190-005 what was taken is told once; only what changed since comes next', () => {
  const bench = createBench({});
  ask(bench, ({ files }) => [
    files.writeFile('/var/one', '1', 0o644),
    files.writeFile('/var/two', '2', 0o644),
  ]);
  expect([...bench.machine.takeChanges().keys()].toSorted()).toEqual(['/var', '/var/one', '/var/two']);
  ask(bench, ({ files }) => files.writeFile('/var/one', '11', 0o644));
  expect([...bench.machine.takeChanges()].map(([at, record]) => [at, record?.content])).toEqual([
    ['/var/one', '11'],
  ]);
  ask(bench, ({ files }) => files.remove('/var/two'));
  expect([...bench.machine.takeChanges()].map(([at, record]) => [at, record?.kind])).toEqual([
    ['/var/two', undefined],
    ['/var', 'directory'],
  ]);
});
