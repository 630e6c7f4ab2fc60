import { createCatalogue } from '../catalogue.ts';
import { quantity } from '../flags.ts';
import { editListing } from '../listings/edits.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { leaf, type Call } from '../verb.ts';

const editOperand = {
  label: 'EDIT',
  times: 'maybe',
  completes: 'get edits',
  help: 'Which one, as dvm edits lists it; your own last one where it is left out',
} as const;

const ownOnly =
  'Your own are those made by dvm under your name. What was done at another face (in the window, by a program) ' +
  'is named by its id.';

export const undoVerb = leaf({
  name: 'undo',
  summary: 'Take back what you changed last, or an edit by its id',
  about: `Puts things back as they were, unless someone changed them since: then it says who, and undoes nothing. ${ownOnly}\nWhat happened in time is not undone: the clock, scenarios, drills, orders, acknowledgements. dvm lab rewind is for that.`,
  examples: ['dvm undo', 'dvm undo edit-12'],
  operands: [editOperand],
  flags: {},
  run: (call, _flags, [edit]) => walk(call, 'undo', edit),
});

export const redoVerb = leaf({
  name: 'redo',
  summary: 'Do again what you took back last, or an edit by its id',
  about: `A new edit ends what its maker could have redone. ${ownOnly}`,
  examples: ['dvm redo', 'dvm redo edit-12'],
  operands: [editOperand],
  flags: {},
  run: (call, _flags, [edit]) => walk(call, 'redo', edit),
});

async function walk(
  call: Call,
  word: 'undo' | 'redo',
  edit: string | undefined,
): Promise<Outcome<undefined>> {
  if (edit !== undefined && !/^edit-\d+$/.test(edit))
    return misused(`${edit} is no edit`, 'An edit is named as dvm edits lists it: edit-12');
  const client = await call.host();
  if (!client.ok) return client;
  const receipt = await client.value.command({
    type: word === 'undo' ? 'edit.undo' : 'edit.redo',
    ...(edit === undefined ? {} : { edit: edit }),
  });
  if (!receipt.ok) return receipt;
  const [id = ''] = receipt.value.ids;
  const edits = await client.value.query('edits', { limit: 200 });
  const title = edits.ok ? edits.value.items.find((one) => one.id === id)?.title : undefined;
  call.console.words(
    `${word === 'undo' ? 'Undone' : 'Redone'}: ${title === undefined ? id : `${title} (${id})`}.`,
  );
  return done;
}

export const editsVerb = leaf({
  name: 'edits',
  summary: 'List what was changed by whom, and what may be undone',
  about: 'The same as dvm get edits, which can also watch.',
  examples: ['dvm edits', 'dvm edits --limit 5 -o wide'],
  flags: { output: outputFlag, limit: quantity({ label: 'COUNT', help: 'At most so many, the newest' }) },
  run: async (call, { output, limit }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const source = { client: client.value, catalogue: createCatalogue(client.value) };
    const loaded = await editListing.load(source, limit === undefined ? {} : { limit });
    if (!loaded.ok) return loaded;
    showList(call.console, editListing, { listed: loaded.value, format: asFormat(output) });
    return done;
  },
});
