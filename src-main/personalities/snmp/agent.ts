import type { AgentDeps, AgentParts } from './agent-parts.ts';
import { answerCommunity } from './community.ts';
import { createLocalKeys } from './keyring.ts';
import { answerUser } from './user-security.ts';
import { createBerReader } from './wire/ber-reader.ts';
import { tags } from './wire/tags.table.ts';

/** One device's SNMP engine: a datagram in, a datagram out, or silence. */
export type Agent = { readonly answer: (datagram: Buffer) => Buffer | null };

/** As the wire numbers them. v1 is 0 and not spoken. */
const versions = { community: 1, user: 3 } as const;

export function createAgent(deps: AgentDeps): Agent {
  const parts: AgentParts = { ...deps, keys: createLocalKeys(deps.keyring, deps.engine) };
  const { counters } = deps;
  return {
    answer: (datagram) => {
      counters.inPackets += 1;
      const reader = createBerReader(datagram).enter(tags.sequence);
      const version = reader.integer();
      if (reader.failed()) counters.parseErrors += 1;
      else if (version === versions.community) return answerCommunity(parts, reader);
      else if (version === versions.user) return answerUser(parts, reader, datagram);
      else counters.badVersions += 1;
      return null;
    },
  };
}
