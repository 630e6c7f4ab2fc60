import type { EntityOf } from '../../../../../sim/contract/entities.ts';

/** The disk of a datastore: of its UUID, so that all hosts that mount it see the same one. */
export const lunNameOf = ({ aliases }: Pick<EntityOf<'datastore'>, 'aliases'>): string =>
  `naa.6${(aliases.uuid ?? '').replaceAll('-', '').slice(1)}`;
