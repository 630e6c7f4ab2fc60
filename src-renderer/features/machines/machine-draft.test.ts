import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { commandOf, copyDraft, fieldAt, newDisk, newDraft, stepOf, wrongFields } from './machine-draft.ts';

const place = 'datacenter-1' as EntityId;
const draft = newDraft('vmware', place);

test('FR-120-625 what was filled in of a machine is the command that makes it, in the units of the contract', () => {
  expect(
    commandOf({
      ...draft,
      name: ' web ',
      memory: '1,5',
      datastore: 'datastore-1' as EntityId,
      profile: 'web',
      level: '40',
    }),
  ).toEqual({
    type: 'machine.create',
    name: 'web',
    parent: 'datacenter-1',
    afterwards: 'start',
    environment: 'dev',
    datastore: 'datastore-1',
    cpus: 2,
    memory: 1536,
    disks: [{ size: 20, isThin: true }],
    os: 'debian-12',
    workload: { profile: 'web', level: 0.4 },
  });
  const flavoured = commandOf({ ...draft, flavour: 'flavour-1' as EntityId, cpus: '', memory: '' });
  expect(flavoured).toMatchObject({ flavour: 'flavour-1' });
  expect(flavoured).not.toHaveProperty('cpus');
});

test('FR-120-630 a copy takes all of its original that nobody changed', () => {
  const copy = copyDraft(draft, 'vm-7' as EntityId, 'vm');
  expect(commandOf({ ...copy, name: 'copy' })).toEqual({
    type: 'machine.create',
    name: 'copy',
    parent: 'datacenter-1',
    from: 'vm-7',
    afterwards: 'start',
    environment: 'dev',
  });
  expect(commandOf({ ...copy, memory: '8', hostname: 'copy.lab' })).toMatchObject({
    memory: 8192,
    hostname: 'copy.lab',
  });
});

test.each([
  ['name', { name: '-bad' }],
  ['name', { name: '' }],
  ['count', { count: '201' }],
  ['count', { count: '1.5' }],
  ['parent', { parent: '' as const }],
  ['cpus', { cpus: '0' }],
  ['cpus', { cpus: '' }],
  ['memory', { memory: 'lots' }],
  ['disks', { disks: [{ ...newDisk(1), size: '-3' }] }],
  ['level', { level: '101' }],
] as const)('FR-120-625 a field that cannot be read is marked and nothing is sent: %s', (field, change) => {
  const wrong = { ...draft, ...change };
  expect([...wrongFields(wrong)]).toEqual([field]);
  expect(commandOf(wrong)).toBeNull();
});

test('FR-120-667 each disk may lie on a datastore of its own', () => {
  const disks = [newDisk(1), { ...newDisk(2), size: '5', datastore: 'datastore-2' as EntityId }];
  expect(commandOf({ ...draft, disks })).toMatchObject({
    disks: [
      { size: 20, isThin: true },
      { size: 5, isThin: true, datastore: 'datastore-2' },
    ],
  });
});

test('FR-120-665 a copy is full unless a snapshot of its original was chosen to hang on', () => {
  const copy = { ...copyDraft(draft, 'vm-7' as EntityId, 'vm'), linkable: [{ number: '3', name: 'base' }] };
  expect(commandOf(copy)).not.toHaveProperty('linkedTo');
  expect(commandOf({ ...copy, linkedTo: '3' })).toMatchObject({ from: 'vm-7', linkedTo: 3 });
  expect(stepOf[fieldAt('linkedTo') ?? 'name']).toBe('what');
});

test('FR-120-625 a refusal of the lab stands beside the field that it means', () => {
  expect(fieldAt('spec.disks[0].datastore')).toBe('disks');
  expect(fieldAt('host')).toBe('host');
  expect(fieldAt('spec.coresPerSocket')).toBe('cpus');
  expect(fieldAt(undefined)).toBeNull();
  expect(fieldAt('somewhere.else')).toBeNull();
  expect(stepOf[fieldAt('networks') ?? 'name']).toBe('guest');
});
