/** Our probe of a vCenter, driven by pyvmomi of one version. */
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';
import { places } from './peers.ts';

export type ProbeStep = { readonly name: string; readonly why: string | null };

export async function runProbe(url: URL, version: string): Promise<ProbeStep[]> {
  const directory = fileURLToPath(new URL('probe', import.meta.url));
  const { output, error } = await runProgram(['/usr/bin/python3', '-W', 'ignore', 'probe.py', url.href], {
    directory,
    environment: { PYTHONPATH: places.python[version] ?? '', PYTHONDONTWRITEBYTECODE: '1' },
  });
  const steps = output.split('\n').flatMap((line): ProbeStep[] => {
    const [, failed, name = '', why = ''] = /^(?:ok|(FAIL)) (.*?)(?:: (\w+:.*))?$/.exec(line) ?? [];
    if (name === '') return [];
    return [failed === undefined ? { name: line.slice(3), why: null } : { name, why }];
  });
  if (steps.length === 0)
    throw new Error(`The probe with pyvmomi ${version} told nothing: ${output}${error}`);
  return steps;
}
