/** Our playbooks of community.vmware and vmware.vmware_rest, against one vCenter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';
import { places } from './peers.ts';

export type Played = {
  readonly playbook: string;
  readonly task: string;
  /** As `community.vmware.vmware_guest`. */
  readonly module: string;
  readonly outcome: 'ok' | 'changed' | 'failed';
  readonly why: string;
};

/** One after the other against the same server; the same one may stand twice. */
export async function runPlaybooks(url: URL, playbooks: readonly string[]): Promise<Played[]> {
  const home = mkdtempSync(join(tmpdir(), 'coldaisle-play-'));
  const played: Played[] = [];
  for (const playbook of playbooks) played.push(...(await runPlaybook(url, playbook, home)));
  rmSync(home, { recursive: true, force: true });
  return played;
}

async function runPlaybook(url: URL, playbook: string, home: string): Promise<Played[]> {
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const vcenter = { host: url.hostname, port: Number(url.port), user, password };
  const { output, error } = await runProgram(
    ['/usr/bin/ansible-playbook', '-i', 'localhost,', playbook].concat(
      ['-e', 'ansible_python_interpreter=/usr/bin/python3'],
      ['-e', JSON.stringify({ vcenter })],
    ),
    {
      directory: fileURLToPath(new URL('ansible', import.meta.url)),
      environment: {
        HOME: home,
        ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.json',
        ANSIBLE_LOCALHOST_WARNING: 'false',
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
  if (from === -1) throw new Error(`${playbook} told nothing:\n${output}${error}`);
  return playedOf(playbook, JSON.parse(output.slice(from)) as Told);
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

const playedOf = (playbook: string, { plays }: Told): Played[] =>
  plays.flatMap(({ tasks }) =>
    tasks.flatMap(({ task, hosts }) =>
      Object.values(hosts).map((answer) => ({
        playbook,
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
