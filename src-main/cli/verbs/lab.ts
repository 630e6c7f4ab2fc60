import { resolve } from 'node:path';
import type { DeskCommandInput, DeskReceipt, LabCard } from '../../../sim/contract/desk.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { text } from '../flags.ts';
import { labListing } from '../listings/desk.ts';
import { done, notFound, type Outcome } from '../outcome.ts';
import { runDesk } from '../run-desk.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

/** A desk command from start to end; `tell` says what came of it. */
async function carryOut(
  call: Call,
  plan: (client: Client) => Outcome<DeskCommandInput> | Promise<Outcome<DeskCommandInput>>,
  tell: (receipt: DeskReceipt) => void,
): Promise<Outcome<undefined>> {
  const client = await call.host();
  if (!client.ok) return client;
  const command = await plan(client.value);
  if (!command.ok) return command;
  const receipt = await runDesk(call, client.value, command.value);
  if (!receipt.ok) return receipt;
  tell(receipt.value);
  return done;
}

async function findLab(client: Client, reference: string): Promise<Outcome<LabCard>> {
  const labs = await client.query('labs', {});
  if (!labs.ok) return labs;
  const { items } = labs.value;
  const byId = items.find((lab) => lab.id === reference);
  if (byId !== undefined) return { ok: true, value: byId };
  const named = items.filter((lab) => lab.name.toLowerCase() === reference.toLowerCase());
  const [only, another] = named;
  if (only !== undefined && another === undefined) return { ok: true, value: only };
  if (only !== undefined)
    return notFound(
      `${named.length} labs are called ${reference}`,
      `Say which: ${named.map((lab) => lab.id).join(', ')}`,
    );
  return notFound(
    `There is no lab ${reference}`,
    didYouMean(
      reference,
      items.flatMap((lab) => [lab.id, lab.name]),
    ),
  );
}

const listLeaf = leaf({
  name: 'list',
  summary: 'List the labs on this machine',
  examples: ['dvm lab list', 'dvm lab list -o json'],
  flags: { output: outputFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const listed = await labListing.load(
      { client: client.value, catalogue: createCatalogue(client.value) },
      {},
    );
    if (!listed.ok) return listed;
    showList(call.console, labListing, { listed: listed.value, format: asFormat(flags.output) });
    return done;
  },
});

const newLeaf = leaf({
  name: 'new',
  summary: 'Make a new lab and open it',
  examples: ['dvm lab new "Monday class"', 'dvm lab new big -f big.lab.yaml --seed 2a'],
  operands: [{ label: 'NAME', times: 'once', help: 'What it shall be called' }],
  flags: {
    template: text({
      label: 'TEMPLATE',
      completes: 'get templates',
      help: 'What to start from; starter where left out',
    }),
    file: text({ label: 'FILE', short: 'f', completes: 'file', help: 'A *.lab.yaml file to build it from' }),
    seed: text({ label: 'HEX', help: 'Seed of chance, 1 to 8 hexadecimal digits' }),
  },
  run: (call, { template, file, seed }, [name = '']) =>
    carryOut(
      call,
      () => ({
        ok: true,
        value: {
          type: 'desk.new',
          name,
          ...(template === undefined ? {} : { template }),
          ...(file === undefined ? {} : { file: resolve(call.directory, file) }),
          ...(seed === undefined ? {} : { seed }),
        },
      }),
      ({ lab }) => {
        if (lab !== undefined) call.console.data(lab);
        call.console.words(`Made and opened ${name}.`);
      },
    ),
});

type AboutLab = {
  readonly name: string;
  readonly summary: string;
  readonly type: 'desk.open' | 'desk.delete' | 'desk.repair';
  readonly done: (reference: string) => string;
};

/** What is done to one lab that is named. */
const aboutLab = ({ name, summary, type, done }: AboutLab) =>
  leaf({
    name,
    summary,
    examples: [`dvm lab ${name} monday-class`],
    operands: [{ label: 'LAB', times: 'once', completes: 'get labs', help: 'Its id or name' }],
    run: (call, _flags, [reference = '']) =>
      carryOut(
        call,
        async (client) => {
          const lab = await findLab(client, reference);
          return lab.ok ? { ok: true, value: { type, lab: lab.value.id } } : lab;
        },
        () => call.console.words(done(reference)),
      ),
  });

const openLeaf = aboutLab({
  name: 'open',
  summary: 'Open another lab',
  type: 'desk.open',
  done: (reference) => `Opened ${reference}.`,
});

const deleteLeaf = aboutLab({
  name: 'delete',
  summary: 'Put a lab with its whole story into the trash folder',
  type: 'desk.delete',
  done: (reference) => `Deleted ${reference}.`,
});

const repairLeaf = aboutLab({
  name: 'repair',
  summary: 'Make a lab again of what can be read of a damaged one',
  type: 'desk.repair',
  done: (reference) => `Repaired ${reference}; the damaged files are kept beside it.`,
});

const exportLeaf = leaf({
  name: 'export',
  summary: 'Write the open lab with its whole story to one file',
  about: "Prints the file's path. Without FILE it goes into the exports folder of the data directory.",
  examples: ['dvm lab export', 'dvm lab export monday.coldaisle'],
  operands: [{ label: 'FILE', times: 'maybe', completes: 'file', help: 'Where to' }],
  run: (call, _flags, [file]) =>
    carryOut(
      call,
      () => ({
        ok: true,
        value: {
          type: 'desk.export',
          ...(file === undefined ? {} : { file: resolve(call.directory, file) }),
        },
      }),
      (receipt) => {
        call.console.data(receipt.file ?? (file === undefined ? '' : resolve(call.directory, file)));
        call.console.words('Exported.');
      },
    ),
});

const importLeaf = leaf({
  name: 'import',
  summary: 'Take in a lab that somebody exported, and open it',
  about:
    'A file that is damaged, foreign or from a newer Coldaisle is refused with the reason, and nothing is touched.',
  examples: ['dvm lab import monday.coldaisle', 'dvm lab import monday.coldaisle --name "From Ada"'],
  operands: [{ label: 'FILE', times: 'once', completes: 'file', help: 'A *.coldaisle file' }],
  flags: { name: text({ label: 'NAME', help: 'What it shall be called here' }) },
  run: (call, { name }, [file = '']) =>
    carryOut(
      call,
      () => ({
        ok: true,
        value: {
          type: 'desk.import',
          file: resolve(call.directory, file),
          ...(name === undefined ? {} : { name }),
        },
      }),
      ({ lab }) => {
        if (lab !== undefined) call.console.data(lab);
        call.console.words(`Imported ${file}.`);
      },
    ),
});

const saveAsLeaf = leaf({
  name: 'save-as',
  summary: 'Go on in a copy of the open lab',
  about:
    'There is nothing to save: whatever was answered is on disk. This makes a copy under another name and opens it.',
  examples: ['dvm lab save-as "Before the drill"'],
  operands: [{ label: 'NAME', times: 'once', help: 'What the copy shall be called' }],
  run: (call, _flags, [name = '']) =>
    carryOut(
      call,
      () => ({ ok: true, value: { type: 'desk.save-as', name } }),
      ({ lab }) => {
        if (lab !== undefined) call.console.data(lab);
        call.console.words(`Saved as ${name}.`);
      },
    ),
});

const branchLeaf = leaf({
  name: 'branch',
  summary: 'Go on at the end of another branch of the story',
  examples: ['dvm get branches', 'dvm lab branch branch-1'],
  operands: [{ label: 'BRANCH', times: 'once', completes: 'get branches', help: 'Its id' }],
  run: (call, _flags, [branch = '']) =>
    carryOut(
      call,
      () => ({ ok: true, value: { type: 'desk.branch', branch } }),
      () => call.console.words(`On ${branch}. The clock stands: dvm clock resume.`),
    ),
});

export const labVerb: Branch = {
  kind: 'branch',
  name: 'lab',
  summary: 'New, open, export, import and copy labs',
  leaves: [
    listLeaf,
    newLeaf,
    openLeaf,
    exportLeaf,
    importLeaf,
    saveAsLeaf,
    branchLeaf,
    deleteLeaf,
    repairLeaf,
  ],
};
