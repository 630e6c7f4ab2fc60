/** Figures for a Prometheus that asks: one text, no larger than it was asked for. */
import { accepted } from '../../../sim/contract/result.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createGauges } from '../../../sim/index.ts';
import { facilityFamilies, labFamilies } from './metrics-facility.ts';
import { clusterFamilies, hostFamilies, vmFamilies } from './metrics-machines.ts';
import { written } from './metrics-text.ts';
import type { Params, ReaderDeps } from './params.ts';

type Answer = (params: Params<'metrics'>) => Result<QueryAnswer<'metrics'>>;

export function createMetricsAnswer({ session }: Pick<ReaderDeps, 'session'>): Answer {
  const gauges = createGauges();
  return ({ limit }) => {
    const { world } = session();
    const asked = { world, gauges, limit };
    const families = [
      ...labFamilies(asked),
      ...facilityFamilies(asked),
      ...clusterFamilies(asked),
      ...hostFamilies(asked),
      ...vmFamilies(asked),
    ];
    return accepted({ text: written(families) });
  };
}
