import { readFile } from 'node:fs/promises';
import { dataDirectory, runFile, type Surroundings } from '../host/data-directory.ts';
import { failed, misused, type Outcome } from './outcome.ts';

export type HostAddress = { readonly url: string; readonly token: string };

export type Asked = {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly data: string | undefined;
};

const howToStart = 'Start one with: npm start   (without a window: npm start -- --headless)';

/** By flag, by COLDAISLE_URL, or by the run file that every host leaves in its data directory. */
export async function findHost(asked: Asked, surroundings: Surroundings): Promise<Outcome<HostAddress>> {
  const told = asked.url ?? surroundings.env['COLDAISLE_URL'];
  const token = asked.token ?? surroundings.env['COLDAISLE_TOKEN'];
  if (told !== undefined && told !== '') return readAddress(told, token);
  const directory = dataDirectory(asked.data, surroundings);
  const found = await readRunFile(runFile(directory));
  if (found === 'absent') {
    return failed({ kind: 'no-host', message: `No host is running on ${directory}`, hint: howToStart });
  }
  if (found === 'unreadable') {
    return failed({ kind: 'no-host', message: `${runFile(directory)} cannot be read`, hint: howToStart });
  }
  if (!isAlive(found.pid)) {
    return failed({
      kind: 'no-host',
      message: `The host that ran on ${directory} has ended without a farewell`,
      hint: howToStart,
    });
  }
  return readAddress(found.url, token ?? found.token);
}

/** `http://127.0.0.1:4317/#token=…` is what the host prints; the token may also come by itself. */
export function readAddress(told: string, token: string | undefined): Outcome<HostAddress> {
  if (!URL.canParse(told)) return misused(`${told} is no URL`, 'It looks like http://127.0.0.1:4317');
  const url = new URL(told);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return misused(`A host speaks http, not ${url.protocol}`);
  const inside = new URLSearchParams(url.hash.slice(1)).get('token');
  return { ok: true, value: { url: url.origin, token: token ?? inside ?? '' } };
}

type Found = { readonly url: string; readonly token: string; readonly pid: number };

async function readRunFile(file: string): Promise<Found | 'absent' | 'unreadable'> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isFound(read) ? read : 'unreadable';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'unreadable';
  }
}

function isFound(read: unknown): read is Found {
  if (typeof read !== 'object' || read === null) return false;
  return (
    'url' in read &&
    typeof read.url === 'string' &&
    'token' in read &&
    typeof read.token === 'string' &&
    'pid' in read &&
    typeof read.pid === 'number'
  );
}

/** Signal 0 asks without touching. EPERM: alive, and somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
