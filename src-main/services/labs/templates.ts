import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { loadLabFile } from './load-lab-file.ts';
import type { LoadedLab } from './load-lab-file.ts';

const ending = '.lab.yaml';
const folderOf = (resources: string): string => join(resources, 'labs');

export function listTemplates(resources: string): QueryAnswer<'templates'> {
  const items = readdirSync(folderOf(resources))
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => {
      const loaded = loadLabFile(join(folderOf(resources), file));
      if (!loaded.ok) return [];
      return [{ id: file.slice(0, -ending.length), ...loaded.value.file.metadata }];
    });
  return { items };
}

export function loadTemplate(resources: string, id: string): Result<LoadedLab> {
  const known = readdirSync(folderOf(resources)).filter((file) => file.endsWith(ending));
  if (!known.includes(`${id}${ending}`)) {
    const names = known.map((file) => file.slice(0, -ending.length)).join(', ');
    return refused('not-found', `There is no lab template ${id}`, {
      where: 'template',
      hint: `There are ${names}.`,
    });
  }
  return loadLabFile(join(folderOf(resources), `${id}${ending}`));
}
