/** A program of this computer to its end: apart from the hosts of other peers' tests, which are heavy to load. */
import { spawn } from 'node:child_process';

type Wish = {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
};
export type Ran = { readonly status: number | null; readonly output: string; readonly error: string };

export function runProgram(words: readonly string[], { directory, environment }: Wish): Promise<Ran> {
  const [program = '', ...rest] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: directory,
      env: { ...process.env, ...environment },
    });
    let output = '';
    let error = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output, error }));
  });
}
