import { spawn } from 'node:child_process';
import type { Consoles } from '../../../sim/contract/terminal.ts';
import type { Client } from '../client.ts';
import { text, toggle } from '../flags.ts';
import { everyOne } from '../listings/machines.ts';
import { done, failed, misused, notFound, type Outcome } from '../outcome.ts';
import { attachSerial, ownKeyboard } from '../serial.ts';
import { leaf, type Call } from '../verb.ts';
import { notOurs, whoAnswers } from '../who-answers.ts';

const asFlag = text({ label: 'USER', help: 'User of the machine; root where left out' });

type Access = Consoles['ssh'];

export async function accessOf(
  call: Call,
): Promise<Outcome<{ readonly client: Client; readonly ssh: Access }>> {
  const client = await call.host();
  if (!client.ok) return client;
  const consoles = await client.value.query('consoles', {});
  if (!consoles.ok) return consoles;
  const { ssh } = consoles.value;
  if (ssh.state === 'off')
    return notFound('SSH to the machines is switched off', 'Switch it on: dvm settings set guests.ssh=on');
  return { ok: true, value: { client: client.value, ssh } };
}

/** Options that lead OpenSSH's client to a machine, with the lab's own key and nothing of the user's. */
export const sshOptions = ({ port, identityFile, knownHostsFile, alias }: Access): readonly string[] => {
  const named = [
    'IdentitiesOnly=yes',
    `HostKeyAlias=${alias}`,
    `UserKnownHostsFile="${knownHostsFile}"`,
    'LogLevel=ERROR',
  ];
  return ['-p', String(port), '-i', identityFile, ...named.flatMap((option) => ['-o', option])];
};

/** As ssh_config(5) wants it; a path with a blank needs its quotes. */
export function sshConfig(access: Access, machines: readonly string[]): string {
  const { port, identityFile, knownHostsFile, alias } = access;
  const hosts = machines.map((name) => `Host ${name}\n  User root@${name}\n`);
  const common = [
    `Host ${machines.join(' ')}`,
    '  HostName 127.0.0.1',
    `  Port ${port}`,
    `  IdentityFile "${identityFile}"`,
    '  IdentitiesOnly yes',
    `  HostKeyAlias ${alias}`,
    `  UserKnownHostsFile "${knownHostsFile}"`,
  ];
  return machines.length === 0 ? '' : `${hosts.join('')}${common.join('\n')}\n`;
}

const isHostName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);

export const sshConfigVerb = leaf({
  name: 'ssh-config',
  summary: 'Write what OpenSSH needs to log in to the machines by name',
  about: 'Prints a part of an ssh_config: a host for each machine, with the key of the lab.',
  examples: ['dvm ssh-config > lab.config'],
  run: async (call) => {
    const access = await accessOf(call);
    if (!access.ok) return access;
    const found = await everyOne(access.value.client, ['vm', 'blade']);
    if (!found.ok) return found;
    const machines = found.value.filter((one) => !(one.kind === 'vm' && one.spec.isTemplate));
    const names = machines.map(({ name }) => name);
    call.console.data(sshConfig(access.value.ssh, [...new Set(names.filter(isHostName))]).trimEnd());
    return done;
  },
});

export const attachVerb = leaf({
  name: 'attach',
  summary: 'Log in to a machine, with the ssh of this computer',
  about: 'With --serial the serial console, which shows the boot, asks for a login and stays over restarts.',
  examples: ['dvm attach web-01', 'dvm attach web-01 --as learner', 'dvm attach web-01 --serial'],
  operands: [{ label: 'NAME', times: 'once', help: 'Name or id of a machine' }],
  flags: { as: asFlag, serial: toggle('The serial console; Ctrl-] leaves it') },
  run: async (call, flags, [name = '']) => {
    if (!flags.serial) return visit(call, { user: flags.as ?? 'root', name, command: null });
    if (flags.as !== undefined)
      return misused('The serial console asks who logs in', 'Leave --as out, or --serial.');
    return sitDown(call, name);
  },
});

export const execVerb = leaf({
  name: 'exec',
  summary: 'Run a command on a machine, with the ssh of this computer',
  examples: ['dvm exec web-01 -- uptime', 'dvm exec web-01 --as learner -- ls -l'],
  operands: [
    { label: 'NAME', times: 'once', help: 'Name or id of a machine' },
    { label: 'COMMAND', times: 'some', help: 'The command and its words, after --' },
  ],
  flags: { as: asFlag },
  run: async (call, flags, [name = '', ...command]) =>
    command.length === 0
      ? misused('Say what to run', `dvm exec ${name} -- uptime`)
      : visit(call, { user: flags.as ?? 'root', name, command }),
});

async function sitDown(call: Call, machine: string): Promise<Outcome<undefined>> {
  const client = await call.host();
  if (!client.ok) return client;
  call.console.words(`The serial console of ${machine}; Ctrl-] leaves it.`);
  return attachSerial(client.value.address, { machine, keyboard: ownKeyboard() }, call.signal);
}

type Visit = { readonly user: string; readonly name: string; readonly command: readonly string[] | null };

async function visit(call: Call, { user, name, command }: Visit): Promise<Outcome<undefined>> {
  const access = await accessOf(call);
  if (!access.ok) return access;
  // OpenSSH would only say that permission is denied.
  const found = await access.value.client.query('entity', { id: name });
  if (!found.ok) return found;
  const { kind, spec } = found.value;
  if (kind !== 'vm' && kind !== 'blade')
    return notFound(`${name} is a ${kind}`, 'Name a VM or a blade: dvm vm list shows them.');
  if (spec.power !== 'on')
    return notFound(`${name} is ${spec.power}`, `Start it first: dvm vm power on ${name}`);
  const target = ['-l', `${user}@${name}`, '127.0.0.1'];
  const words = [
    ...sshOptions(access.value.ssh),
    ...(command === null ? ['-t'] : []),
    ...target,
    ...(command ?? []),
  ];
  return runSsh(words, { signal: call.signal, access: access.value.ssh });
}

type Running = { readonly signal: AbortSignal; readonly access: Access };

/** OpenSSH's own: something went wrong before any command ran. */
const neverThere = 255;

function runSsh(words: readonly string[], { signal, access }: Running): Promise<Outcome<undefined>> {
  return new Promise((resolve) => {
    const ssh = spawn('ssh', words, { stdio: 'inherit' });
    signal.addEventListener('abort', () => ssh.kill(), { once: true });
    ssh.on('error', ({ message }) =>
      resolve(
        notFound(
          `ssh cannot be run: ${message}`,
          'Install the OpenSSH client, or open a console in the control room.',
        ),
      ),
    );
    ssh.on('close', (status) => {
      if (status === 0) return resolve(done);
      const ended = failed({
        kind: 'refused',
        refusal: { code: 'wrong-state', message: `It ended with status ${status ?? 'unknown'}` },
      });
      if (status !== neverThere) return resolve(ended);
      void whoAnswers(access).then((who) => resolve(who === 'another' ? notOurs(access) : ended));
    });
  });
}
