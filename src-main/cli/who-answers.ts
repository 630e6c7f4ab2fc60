/** Whether the lab's SSH port is held by the lab: OpenSSH itself only warns of an attack. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { failed, type Outcome } from './outcome.ts';

type Port = { readonly port: number; readonly knownHostsFile: string };

/** Seconds that somebody on this very computer may take for his key. */
const patience = 5;

/** `unknown`: nobody answers with a key, or the lab's own cannot be read. */
export async function whoAnswers({ port, knownHostsFile }: Port): Promise<'the-lab' | 'another' | 'unknown'> {
  const own = keysIn(textOf(knownHostsFile));
  const shown = keysIn(await scanned(port));
  if (own.length === 0 || shown.length === 0) return 'unknown';
  return shown.some((key) => own.includes(key)) ? 'the-lab' : 'another';
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Of lines `name kind key`: kind and key. */
const keysIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [name = '#', kind, key] = line.trim().split(/\s+/);
    return name.startsWith('#') || kind === undefined || key === undefined ? [] : [`${kind} ${key}`];
  });

function scanned(port: number): Promise<string> {
  return new Promise((resolve) => {
    const scan = spawn('ssh-keyscan', ['-T', String(patience), '-p', String(port), '127.0.0.1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    scan.stdout.on('data', (data: Buffer) => (text += data.toString()));
    scan.on('error', () => resolve(''));
    scan.on('close', () => resolve(text));
  });
}

export const notOurs = ({ port }: Pick<Port, 'port'>): Outcome<never> =>
  failed({
    kind: 'refused',
    refusal: {
      code: 'wrong-state',
      message: `Port ${port} of this computer answers with another key than that of this lab: somebody else holds it`,
      hint:
        `Another Coldaisle may, or an SSH server of this computer: "ss -ltnp sport = :${port}" tells who. ` +
        'End it, or choose another port: dvm settings set guests.port=22100',
    },
  });
