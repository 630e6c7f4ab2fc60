import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { createCatalogue } from '../catalogue.ts';
import { text } from '../flags.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { parentKinds } from '../../../sim/contract/parent-kinds.table.ts';
import { kindWords } from '../spec-fields.table.ts';
import { specFlags, specFrom, type Spec } from '../spec-flags.ts';
import { leaf } from '../verb.ts';
import { slotIn } from './change.ts';

const placeWords: readonly string[] = ['position', 'u', 'height', 'face'];
const placeFlags = Object.fromEntries(
  Object.entries(specFlags()).filter(([name]) => placeWords.includes(name)),
);

export const moveVerb = leaf({
  name: 'move',
  summary: 'Move something to another parent, place or slot',
  examples: [
    'dvm move device web-1 --in A07 --u 12',
    'dvm move rack A01 --position 4.2,3.1',
    'dvm move crac crac-1 --in room2 --position 1,1',
  ],
  operands: [
    { label: 'KIND', times: 'once', choices: kindWords, help: 'What kind of thing' },
    { label: 'NAME', times: 'once', completes: 'get $KIND', help: 'Its name, id or path' },
  ],
  flags: {
    in: text({ label: 'PARENT', completes: 'get racks', help: 'What it shall stand in' }),
    ...placeFlags,
  },
  run: async (call, { in: parent, ...said }, [word, name = '']) => {
    const kind = word as Kind;
    const place = specFrom(kind, said);
    if (!place.ok) return place;
    if (parent === undefined && Object.keys(place.value).length === 0)
      return misused('Where to?', 'Say it with --in, --position or --u');
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const found = await catalogue.find([kind], name);
    if (!found.ok) return found;
    const target: Outcome<Entity | undefined> =
      parent === undefined ? { ok: true, value: undefined } : await catalogue.find(parentKinds[kind], parent);
    if (!target.ok) return target;
    const moved = await client.value.command(moveCommand(found.value, target.value, place.value));
    if (!moved.ok) return moved;
    call.console.words(`Moved ${kind} ${found.value.name}.`);
    return done;
  },
});

/** The host checks the place against the contract; here it is still what the user wrote. */
function moveCommand(entity: Entity, parent: Entity | undefined, place: Spec): CommandInput {
  const command = {
    type: 'inventory.move',
    id: entity.id,
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...slotIn(entity.spec, place),
  };
  return command as CommandInput;
}
