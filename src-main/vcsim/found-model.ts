import type { CommandInput } from '../../sim/contract/commands.ts';
import type { Result } from '../../sim/contract/result.ts';
import { tellAll, type LightHost } from './light-host.ts';
import type { Model } from './model-book.ts';

/** As many as one command of each kind takes. */
const most = { items: 2000, papers: 20_000 } as const;

/** Makes what the flags ask for, through the door as everybody. */
export function foundModel(execute: LightHost['execute'], { items, papers }: Model): Promise<Result<null>> {
  const create = inParts(items, most.items).map((part): CommandInput => ({
    type: 'inventory.create-many',
    items: part,
  }));
  const write = inParts(papers, most.papers).map((part): CommandInput => ({
    type: 'papers.write',
    face: 'vmware',
    items: part,
  }));
  return tellAll(execute, [...create, ...write]);
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}
