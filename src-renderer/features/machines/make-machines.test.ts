import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import { commandOf, newDraft } from './machine-draft.ts';
import { makeMachines } from './make-machines.ts';

const command = commandOf(newDraft('vmware', 'datacenter-1' as EntityId));
if (command === null) throw new Error('the draft is whole');
const names = ['web-01', 'web-02', 'web-03'];

test('FR-120-628 many machines are made one after another, until one is refused or somebody stops it', async () => {
  const seen: number[] = [];
  const asked: string[] = [];
  const execute = ({ name }: { readonly name: string }) => {
    asked.push(name);
    return Promise.resolve(
      name === 'web-03'
        ? refused('over-capacity', 'web-03 needs 4 GiB')
        : accepted({ ids: ['vm-1', ...(name === 'web-02' ? ['task-1'] : [])] }),
    );
  };
  const onMade = (made: number): void => void seen.push(made);
  const all = await makeMachines(command, names, { execute, isStopped: () => false, onMade });
  expect(all).toMatchObject({ made: 2, hasTasks: true, refusal: { code: 'over-capacity' } });
  expect(seen).toEqual([1, 2]);
  expect(asked).toEqual(names);
  const stopped = await makeMachines(command, names, {
    execute,
    isStopped: () => asked.length >= 4,
    onMade,
  });
  expect(stopped).toEqual({ made: 1, refusal: null, hasTasks: false });
});
