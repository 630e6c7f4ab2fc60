/** Our playbook of community.vmware and vmware.vmware_rest, against one vCenter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from './ansible-parts.table.ts';
import { runProgram } from './run-program.ts';
import { places } from './peers.ts';

export type Played = {
  readonly part: Part;
  /** 1 where the part was played for the first time. */
  readonly time: number;
  readonly task: string;
  /** As `community.vmware.vmware_guest`. */
  readonly module: string;
  readonly outcome: 'ok' | 'changed' | 'failed';
  readonly why: string;
};

type Rounds = readonly (readonly (readonly Part[])[])[];

/** Against the same server: rounds one after the other, the lanes of one at once. */
export async function runParts(url: URL, rounds: Rounds): Promise<Played[]> {
  const home = mkdtempSync(join(tmpdir(), 'coldaisle-play-'));
  const times = new Map<Part, number>();
  const playLane = async (lane: readonly Part[]): Promise<Played[]> => {
    const played: Played[] = [];
    for (const part of lane) {
      const time = (times.get(part) ?? 0) + 1;
      times.set(part, time);
      played.push(...(await runPart(url, { part, time }, home)));
    }
    return played;
  };
  const played: Played[] = [];
  for (const lanes of rounds) played.push(...(await Promise.all(lanes.map(playLane))).flat());
  rmSync(home, { recursive: true, force: true });
  return played;
}

type Turn = Pick<Played, 'part' | 'time'>;

async function runPart(url: URL, turn: Turn, home: string): Promise<Played[]> {
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const vcenter = { host: url.hostname, port: Number(url.port), user, password };
  const { output, error } = await runProgram(
    ['/usr/bin/ansible-playbook', '-i', 'localhost,', 'play.yml'].concat(
      ['-e', 'ansible_python_interpreter=/usr/bin/python3'],
      ['-e', JSON.stringify({ vcenter, part: turn.part })],
    ),
    {
      directory: fileURLToPath(new URL('ansible', import.meta.url)),
      environment: {
        HOME: home,
        ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.json',
        ANSIBLE_LOCALHOST_WARNING: 'false',
        // A module goes to Python by a pipe, not by a copy, a change of its mode and a removal.
        ANSIBLE_PIPELINING: 'true',
        // A server that no longer answers fails the task, and the next is asked.
        ANSIBLE_TASK_TIMEOUT: '180',
        // The newest of the three that this Ansible knows of.
        PYTHONPATH: places.python['8.0.3'] ?? '',
        PYTHONWARNINGS: 'ignore',
        PYTHONDONTWRITEBYTECODE: '1',
        LC_ALL: 'C.UTF-8',
        VMWARE_HOST: `${url.hostname}:${url.port}`,
        VMWARE_USER: user,
        VMWARE_PASSWORD: password,
        VMWARE_VALIDATE_CERTS: 'no',
      },
    },
  );
  const from = output.indexOf('{');
  if (from === -1) throw new Error(`${turn.part} told nothing:\n${output}${error}`);
  return playedOf(turn, JSON.parse(output.slice(from)) as Told);
}

type Answer = {
  readonly action?: string;
  readonly changed?: boolean;
  readonly failed?: boolean;
  readonly msg?: string;
  readonly exception?: string;
  readonly module_stderr?: string;
};
type Told = {
  readonly plays: readonly {
    readonly tasks: readonly {
      readonly task: { readonly name: string };
      readonly hosts: Readonly<Record<string, Answer>>;
    }[];
  }[];
};

const playedOf = (turn: Turn, { plays }: Told): Played[] =>
  plays.flatMap(({ tasks }) =>
    tasks.flatMap(({ task, hosts }) =>
      Object.values(hosts).map((answer) => ({
        ...turn,
        task: task.name,
        module: answer.action ?? '',
        outcome: answer.failed === true ? 'failed' : answer.changed === true ? 'changed' : 'ok',
        why: answer.failed === true ? whyOf(answer) : '',
      })),
    ),
  );

const whyOf = ({ msg, exception, module_stderr: noise }: Answer): string =>
  `${msg ?? ''} ${(noise ?? exception ?? '').trim().split('\n').at(-1) ?? ''}`
    .replaceAll('\n', ' ')
    .slice(0, 400);
