/** Prometheus' text format, version 0.0.4. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { createGauges, World } from '../../../sim/index.ts';

type Sample = {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | null;
};
export type Family = {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
};

export type Asked = {
  readonly world: World;
  readonly gauges: ReturnType<typeof createGauges>;
  readonly limit: number;
};

/** Families without a value are left out: nothing is known of them. */
export const written = (families: readonly Family[]): string =>
  families
    .map(({ name, help, samples }) => {
      const lines = samples.flatMap(({ labels, value }) =>
        value === null || Number.isNaN(value) ? [] : [`${name}${labelsText(labels)} ${value}\n`],
      );
      return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
    })
    .join('');

function labelsText(labels: Sample['labels']): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** The first by name, so that a scrape tells of the same ones as the one before. */
export function firstByName<One extends Pick<Entity, 'name' | 'id'>>(
  all: readonly One[],
  limit: number,
): readonly One[] {
  if (all.length <= limit) return all;
  return all.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)).slice(0, limit);
}

export const only = (value: number | null): readonly Sample[] => [{ labels: {}, value }];
