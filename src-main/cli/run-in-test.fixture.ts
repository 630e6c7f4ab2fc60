import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDvm, type Stage } from './run-dvm.ts';
import { doubleToken, type GatewayDouble } from './gateway-double.fixture.ts';

export type Ran = { readonly code: number; readonly out: string; readonly words: string };

export const scratchDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'dvm-test-'));

/** dvm with a terminal of its own. `onData` sees each line of standard output as it comes. */
export async function runInTest(
  texts: readonly string[],
  more: Partial<Stage> & { readonly onData?: (line: string) => void } = {},
): Promise<Ran> {
  const { onData, ...stage } = more;
  const out: string[] = [];
  const words: string[] = [];
  const code = await runDvm(texts, {
    env: {},
    platform: 'linux',
    home: '/nowhere',
    directory: '/nowhere',
    stdout: { write: (text) => (out.push(text), onData?.(text)) },
    stderr: { write: (text) => words.push(text) },
    readStandardInput: () => Promise.resolve(''),
    signal: new AbortController().signal,
    version: '0.1.0',
    ...stage,
  });
  return { code, out: out.join(''), words: words.join('') };
}

export const against = (double: GatewayDouble): Record<string, string> => ({
  COLDAISLE_URL: double.url,
  COLDAISLE_TOKEN: doubleToken,
});
