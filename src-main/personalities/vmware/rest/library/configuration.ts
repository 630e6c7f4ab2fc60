/** `/content/configuration`: how libraries of this server follow others. */
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { specIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { write } from './book.ts';
import { may } from './guarded.ts';

const key = 'library/configuration';

const usual = {
  automatic_sync_enabled: true,
  automatic_sync_start_hour: 20,
  automatic_sync_stop_hour: 7,
  automatic_sync_refresh_interval: 240,
  maximum_concurrent_item_syncs: 5,
};
type Configuration = typeof usual;

export function configurationOf({ vc }: Pick<RestCall, 'vc'>): Configuration {
  const paper = vc.papers.get(key);
  return {
    ...usual,
    ...(typeof paper === 'object' && paper !== null ? (paper as Partial<Configuration>) : {}),
  };
}

/** The most that each number may be. */
const most: Readonly<Record<string, number>> = {
  automatic_sync_start_hour: 23,
  automatic_sync_stop_hour: 23,
  automatic_sync_refresh_interval: 100_000,
  maximum_concurrent_item_syncs: 50,
};

async function update(call: RestCall): Promise<Reply> {
  const after: Record<string, unknown> = { ...configurationOf(call) };
  for (const [name, value] of Object.entries(specIn(call))) {
    const top = most[name];
    const fits =
      top === undefined
        ? name === 'automatic_sync_enabled' && typeof value === 'boolean'
        : typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= top;
    if (!fits) return refuse('invalid_argument', `${name} cannot be ${JSON.stringify(value)}.`);
    after[name] = value;
  }
  return write(call, [{ key, value: after as Configuration }]);
}

export const configurationOperations: readonly Operation[] = [
  { on: 'GET /content/configuration', run: (call) => told(configurationOf(call)) },
  { on: 'PATCH /content/configuration', run: may('UpdateConfiguration', update) },
];
