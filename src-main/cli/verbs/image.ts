/** Images of the container engine: what machines that are containers are made of. */
import { setTimeout as rest } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { EngineOrder, EngineState } from '../../../sim/contract/engine.ts';
import type { Client } from '../client.ts';
import { text } from '../flags.ts';
import { done, notFound, type Outcome } from '../outcome.ts';
import { runDesk } from '../run-desk.ts';
import { documentFlag, jsonText, yamlText } from '../show.ts';
import { headingLine, layOut, line } from '../table-text.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

/** The engine of the host's computer, or why there is none. */
export async function engineOf(client: Client): Promise<Outcome<EngineState>> {
  const state = await client.query('engine', {});
  if (!state.ok || state.value.state === 'found') return state;
  const { detail } = state.value;
  return state.value.state === 'off'
    ? notFound(detail, 'Switch it on: dvm settings set guests.engine=on')
    : notFound(
        `There is no container engine: ${detail}`,
        'Install Docker or Podman and start it, then: dvm image look',
      );
}

export const order = (call: Call, client: Client, what: EngineOrder): Promise<Outcome<DeskReceipt>> =>
  runDesk(call, client, { type: 'desk.engine', order: what });

const mebi = 1_048_576;

const list = leaf({
  name: 'ls',
  summary: 'Images that machines can be made of, and how much room they take',
  examples: ['dvm image ls', 'dvm image ls -o json'],
  flags: { output: documentFlag },
  run: async (call, { output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const state = await engineOf(client.value);
    if (!state.ok) return state;
    const { images } = state.value;
    if (output !== undefined) {
      call.console.data(output === 'json' ? jsonText(images) : yamlText(images));
      return done;
    }
    if (images.length === 0) call.console.words('There is none yet: dvm image build debian-12 makes one.');
    else for (const each of tableOf(call, images)) call.console.data(each);
    return done;
  },
});

function tableOf({ console }: Call, images: EngineState['images']): readonly string[] {
  const rows = images.map(({ name, bytes, init }) => [
    { text: name },
    { text: String(Math.max(1, Math.round(bytes / mebi))) },
    { text: init === 'systemd' ? 'its own services' : 'one program' },
  ]);
  const layout = layOut(
    [
      { title: 'NAME', align: 'left' },
      { title: 'MIB', align: 'right' },
      { title: 'BOOTS', align: 'left' },
    ],
    rows,
    console.width,
  );
  return [headingLine(layout, console.paint), ...rows.map((row) => line(layout, row, console.paint))];
}

const buildable = { 'debian-12': 'debian', busybox: 'busybox' } as const;

const build = leaf({
  name: 'build',
  summary: 'Make an image on the host’s computer, of what its distribution packs',
  about:
    'debian-12 boots systemd with sshd, cron, nginx and python3; mmdebstrap makes it, of packages from this computer’s mirrors, in one to three minutes. busybox takes a second. Ctrl-C leaves a build going; dvm image cancel stops it.',
  examples: ['dvm image build debian-12', 'dvm image build busybox'],
  operands: [{ label: 'WHAT', times: 'once', choices: Object.keys(buildable), help: 'Which image' }],
  run: async (call, _flags, [what = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const known = buildable[what as keyof typeof buildable];
    const over = new AbortController();
    const telling = tell(call, client.value, over.signal);
    const receipt = await order(call, client.value, { do: 'build-image', what: known });
    over.abort();
    await telling;
    if (!receipt.ok) return receipt;
    call.console.data(receipt.value.image ?? '');
    return done;
  },
});

const often = 500;
const title = 'Build an image';

/** The answer comes when it is built: meanwhile the list of what is going on says how far it is. */
async function tell({ console }: Call, client: Client, over: AbortSignal): Promise<void> {
  for (let said = 0; !over.aborted && !client.signal.aborted;) {
    await rest(often, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    const operations = await client.query('operations', {});
    const running = operations.ok
      ? operations.value.items.find((one) => one.title === title && one.state === 'running')
      : undefined;
    const percent = Math.floor((running?.progress ?? 0) * 100);
    if (percent > said) console.words(`${title}: ${percent} %`);
    said = Math.max(said, percent);
  }
}

const simple = (name: 'cancel' | 'look', summary: string, said: string) =>
  leaf({
    name,
    summary,
    examples: [`dvm image ${name}`],
    run: async (call) => {
      const client = await call.host();
      if (!client.ok) return client;
      const receipt = await order(call, client.value, { do: name === 'look' ? 'look' : 'cancel-build' });
      if (!receipt.ok) return receipt;
      call.console.words(said);
      return done;
    },
  });

const load = leaf({
  name: 'load',
  summary: 'Take an image from a file of the host’s computer',
  about:
    'What docker save or podman save wrote, or a tar of a root file system, which needs a name. Nothing is ever pulled from a registry.',
  examples: ['dvm image load debian.tar', 'dvm image load rootfs.tar --name localhost/mine/debian:12'],
  operands: [{ label: 'FILE', times: 'once', completes: 'file', help: 'The file' }],
  flags: { name: text({ label: 'NAME', help: 'How a tar of a root file system shall be called' }) },
  run: async (call, { name }, [file = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const receipt = await order(call, client.value, {
      do: 'load-image',
      file: resolve(call.directory, file),
      ...(name === undefined ? {} : { name }),
    });
    if (!receipt.ok) return receipt;
    call.console.data(receipt.value.image ?? '');
    return done;
  },
});

const remove = leaf({
  name: 'rm',
  summary: 'Remove an image that no machine is made of',
  examples: ['dvm image rm localhost/mine/debian:12'],
  operands: [{ label: 'NAME', times: 'once', help: 'As dvm image ls has it' }],
  run: async (call, _flags, [image = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const receipt = await order(call, client.value, { do: 'remove-image', image });
    if (!receipt.ok) return receipt;
    call.console.words(`Removed ${image}.`);
    return done;
  },
});

export const imageVerb: Branch = {
  kind: 'branch',
  name: 'image',
  summary: 'List, build, load and remove what containers are made of',
  leaves: [
    list,
    build,
    simple('cancel', 'Stop the build that runs', 'Stopped.'),
    load,
    remove,
    simple('look', 'Look for a container engine again', 'There is one.'),
  ],
  fallback: 'ls',
};
