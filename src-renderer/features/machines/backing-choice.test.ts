import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { commandOf, newDraft } from './machine-draft.ts';

test('FR-120-685 the wizard makes a machine a container of the image that was chosen, or simulated', () => {
  const draft = newDraft('vmware', 'datacenter-1' as EntityId);
  expect(commandOf(draft)).not.toHaveProperty('backing');
  const image = 'localhost/coldaisle/debian:12';
  expect(commandOf({ ...draft, backing: image })).toMatchObject({
    type: 'machine.create',
    backing: { image },
  });
});
