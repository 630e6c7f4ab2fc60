/** Python's libraries for vSphere, each on a tour of its own through one of our endpoints. */
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { runProgram } from './run-program.ts';

type Tour = {
  /** The folder its script lies in, beside this file, and the script's name. */
  readonly directory: string;
  readonly script: string;
  readonly url: URL;
  /** Where Python finds what is not Debian's. */
  readonly libraries?: string;
};
type Step = { readonly step: string; readonly ok: boolean; readonly found: unknown };

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What each step found; all of them must have gone well. */
export async function tour({ directory, script, url, libraries }: Tour): Promise<Record<string, unknown>> {
  const { hostname, port, username, password } = url;
  const who = [username, password].map((each) => decodeURIComponent(each));
  const { output, error } = await runProgram(
    ['/usr/bin/python3', '-W', 'ignore', script, hostname, port, ...who],
    {
      directory: beside(directory),
      environment: {
        PYTHONPATH: [beside('steps'), ...(libraries === undefined ? [] : [libraries])].join(delimiter),
        PYTHONDONTWRITEBYTECODE: '1',
      },
    },
  );
  const steps = output.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Step]));
  expect([error, steps.filter(({ ok }) => !ok)]).toEqual(['', []]);
  return Object.fromEntries(steps.map(({ step, found }) => [step, found]));
}
