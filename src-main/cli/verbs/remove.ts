import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { createCatalogue } from '../catalogue.ts';
import { toggle } from '../flags.ts';
import { done } from '../outcome.ts';
import { kindWords } from '../spec-fields.table.ts';
import { leaf } from '../verb.ts';

export const removeVerb = leaf({
  name: 'remove',
  summary: 'Take something out of the lab',
  about:
    'Refused while something is inside, unless --with-contents takes that along. Several go all or none, as one edit: `dvm edit undo` brings all of them back.',
  examples: ['dvm remove device web-9', 'dvm remove rack A19 A20 --with-contents'],
  operands: [
    { label: 'KIND', times: 'once', choices: kindWords, help: 'What kind of thing' },
    { label: 'NAME', times: 'some', completes: 'get $KIND', help: 'Names, ids or paths' },
  ],
  flags: { 'with-contents': toggle('Take along what is inside') },
  run: async (call, flags, [kind, ...names]) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const leaving: Entity[] = [];
    // All names first: a mistyped one must not leave the work half done.
    for (const name of names) {
      const found = await catalogue.find([kind as Kind], name);
      if (!found.ok) return found;
      leaving.push(found.value);
    }
    const contents = flags['with-contents'] ? 'cascade' : 'refuse';
    const [first] = leaving;
    if (first === undefined) return done;
    const removed = await client.value.command(
      leaving.length === 1
        ? { type: 'inventory.remove', id: first.id, contents }
        : { type: 'inventory.remove-many', ids: leaving.map(({ id }) => id), contents },
    );
    if (!removed.ok) return removed;
    for (const entity of leaving) call.console.words(`Removed ${entity.kind} ${entity.name}.`);
    return done;
  },
});
