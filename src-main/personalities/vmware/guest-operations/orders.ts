/** Who a guest shall be when it starts next: a paper that is there until the tools have done it. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../sim/contract/papers.ts';

export type Orders = {
  readonly hostname?: string;
  readonly domain: string;
  readonly nameServers: readonly string[];
  readonly search: readonly string[];
};

export const ordersKey = (machine: EntityId): string => `vm/${machine}/customization`;

export function ordersIn(paper: PaperValue | undefined): Orders | null {
  if (typeof paper !== 'object' || paper === null || Array.isArray(paper)) return null;
  const { hostname, domain, nameServers, search } = paper as Readonly<Record<string, PaperValue>>;
  return {
    ...(typeof hostname === 'string' ? { hostname } : {}),
    domain: typeof domain === 'string' ? domain : '',
    nameServers: texts(nameServers),
    search: texts(search),
  };
}

const texts = (value: PaperValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
