/** Packer as its users run it: from a folder of its own, with nothing of this computer's and nothing of the network's. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

export type Packed = { readonly status: number | null; readonly said: string };

export type Packing = {
  /** Where it runs: what a template names lies here, and what it exports comes here. */
  readonly folder: string;
  readonly build: (template: string, changes: Readonly<Record<string, string>>) => Promise<Packed>;
  readonly close: () => void;
};

const templates = fileURLToPath(new URL('packer', import.meta.url));
export const templateText = (name: string): string => readFileSync(join(templates, name), 'utf8');

export function openPacking(): Packing {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-packer-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['home', 'cache', 'config']) mkdirSync(at(name));
  writeFileSync(at('note.txt'), 'a note\n');
  const environment = {
    HOME: at('home'),
    CHECKPOINT_DISABLE: '1',
    PACKER_NO_COLOR: '1',
    PACKER_CACHE_DIR: at('cache'),
    PACKER_CONFIG_DIR: at('config'),
    PACKER_CONFIG: at('config/none'),
  };
  return {
    folder,
    build: async (template, changes) => {
      const text = Object.entries(changes).reduce(
        (all, [from, to]) => all.replaceAll(from, to),
        templateText(template),
      );
      writeFileSync(at(template), text);
      const { status, output, error } = await runProgram(['packer', 'build', template], {
        directory: folder,
        environment,
      });
      return { status, said: output + error };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
