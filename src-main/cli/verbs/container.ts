/** Machines that are containers of the host's computer. */
import { quantity, toggle } from '../flags.ts';
import { done } from '../outcome.ts';
import { headingLine, layOut, line } from '../table-text.ts';
import { machine, toOne } from '../to-machine.ts';
import { leaf, type Branch } from '../verb.ts';
import { engineOf, order } from './image.ts';

const headings = ['NAME', 'STATE', 'IMAGE', 'PROBLEM'].map((title) => ({ title, align: 'left' as const }));

const list = leaf({
  name: 'ls',
  summary: 'Machines that are containers, and what is wrong with them',
  examples: ['dvm container ls'],
  run: async ({ console, host }) => {
    const client = await host();
    if (!client.ok) return client;
    const state = await engineOf(client.value);
    if (!state.ok) return state;
    const { machines, most } = state.value;
    const rows = machines.map(({ name, state: is, image, problem }) => [
      { text: name },
      { text: is },
      { text: image },
      { text: problem ?? '' },
    ]);
    const layout = layOut(headings, rows, console.width);
    for (const text of [
      headingLine(layout, console.paint),
      ...rows.map((row) => line(layout, row, console.paint)),
    ])
      console.data(text);
    console.words(`${machines.length} of at most ${most} on this computer.`);
    return done;
  },
});

const back = leaf({
  name: 'back',
  summary: 'Let a machine that is off run as a container of an image',
  about:
    'What was changed in its simulated system goes along; its programs are those of the image. From its next start on.',
  examples: [
    'dvm container back web-01 localhost/coldaisle/debian:12',
    'dvm container back web-01 localhost/coldaisle/busybox:latest --without-files',
  ],
  operands: [machine, { label: 'IMAGE', times: 'once', help: 'As dvm image ls has it' }],
  flags: { 'without-files': toggle('As the image has it, with no file of the simulated system') },
  run: (call, flags, [name = '', image = '']) =>
    toOne(call, name, async (client, vm) => {
      const files = flags['without-files'] ? 'leave' : 'take';
      const receipt = await order(call, client, { do: 'back', machine: vm.id, image, files });
      if (!receipt.ok) return receipt;
      call.console.words(`${vm.name} is a container of ${image} from its next start on.`);
      return done;
    }),
});

const release = leaf({
  name: 'release',
  summary: 'Let a machine that is off be simulated again; its container goes, with what is in it',
  examples: ['dvm container release web-01'],
  operands: [machine],
  run: (call, _flags, [name = '']) =>
    toOne(call, name, async (client, vm) => {
      const receipt = await order(call, client, { do: 'release', machine: vm.id });
      if (!receipt.ok) return receipt;
      call.console.words(`${vm.name} is simulated again.`);
      return done;
    }),
});

const log = leaf({
  name: 'log',
  summary: 'What the container of a machine wrote',
  examples: ['dvm container log web-01', 'dvm container log web-01 --lines 50'],
  operands: [machine],
  flags: { lines: quantity({ label: 'N', help: 'Its last lines; 200 where left out' }) },
  run: (call, { lines = 200 }, [name = '']) =>
    toOne(call, name, async (client, vm) => {
      const written = await client.query('machine-log', { id: vm.id, lines });
      if (!written.ok) return written;
      call.console.data(written.value.text.trimEnd());
      return done;
    }),
});

export const containerVerb: Branch = {
  kind: 'branch',
  name: 'container',
  summary: 'Machines that are real containers of this computer',
  leaves: [list, back, release, log],
  fallback: 'ls',
};
