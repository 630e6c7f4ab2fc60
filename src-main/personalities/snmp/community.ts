import { answer } from './answer.ts';
import type { Access } from './answer.ts';
import type { AgentParts } from './agent-parts.ts';
import type { BerReader } from './wire/ber-reader.ts';
import { integer, octets, sequence } from './wire/ber.ts';
import { encodeResponse, readRequest } from './wire/pdu.ts';
import { tags } from './wire/tags.table.ts';

/** Version, community and the response's own header, at most. */
const overhead = 120;

/** SNMPv2c: who does not know the word hears nothing (RFC 3584 §5.2.1). `reader` stands behind the version. */
export function answerCommunity(parts: AgentParts, reader: BerReader): Buffer | null {
  const { counters, keyring } = parts;
  const community = reader.octets(tags.octets);
  const request = readRequest(reader);
  if (reader.failed()) {
    counters.parseErrors += 1;
    return null;
  }
  const { community: readers, writeCommunity: writers } = keyring.settings();
  const access = accessOf(community.toString('utf8'), { readers, writers });
  if (access === null) {
    counters.badCommunities += 1;
    return null;
  }
  const mib = parts.mib();
  if (request === null || mib === null) {
    counters.silentDrops += 1;
    return null;
  }
  if (request.type === 'set' && access === 'read') counters.badCommunityUses += 1;
  const room = parts.mostOctets - overhead;
  const response = encodeResponse(answer({ request, access, mib, room }));
  return sequence(integer(1), octets(community), response);
}

type Communities = { readonly readers: string; readonly writers: string };

function accessOf(community: string, { readers, writers }: Communities): Access | null {
  if (community === writers) return 'write';
  return community === readers ? 'read' : null;
}
