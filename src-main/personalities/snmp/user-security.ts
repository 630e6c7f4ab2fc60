import type { AgentParts } from './agent-parts.ts';
import { answer } from './answer.ts';
import { counterOids } from './counters.table.ts';
import type { CounterName } from './counters.table.ts';
import type { BerReader } from './wire/ber-reader.ts';
import { oidOf } from './wire/oid.ts';
import { encodeBinding, encodeReport, encodeResponse, readRequest } from './wire/pdu.ts';
import { decrypt, isAuthentic, saltLength } from './wire/usm.ts';
import { encodeV3, readScopedPdu, readV3, userSecurityModel, v3Overhead } from './wire/v3-message.ts';
import type { SecurityLevel, V3Message } from './wire/v3-message.ts';
import { counterOf } from './wire/values.ts';

/** RFC 3414 §2.2.3: a message further off than this is a replay, or of somebody with a wrong clock. */
const windowSeconds = 150;

/** A fault that the manager hears of, and what of the message may be believed by then. */
type Fault = { readonly counter: CounterName; readonly level: SecurityLevel; readonly id: number };

/** SNMPv3 in the order of RFC 3412 §7.2 and RFC 3414 §3.2. `reader` stands behind the version. */
export function answerUser(parts: AgentParts, reader: BerReader, whole: Buffer): Buffer | null {
  const message = readV3(reader, whole);
  if (message === null) return dropped(parts, 'parseErrors');
  if (message.model !== userSecurityModel) return dropped(parts, 'unknownSecurityModels');
  if (message.level === null) return dropped(parts, 'invalidMessages');
  const counter = securityFault(parts, message, message.level);
  if (counter === null) return answerTrusted(parts, message, message.level);
  const level = counter === 'notInTimeWindow' ? 'auth' : 'none';
  return report(parts, message, { counter, level, id: plainRequestId(message) });
}

function dropped({ counters }: AgentParts, name: CounterName): null {
  counters[name] += 1;
  return null;
}

function securityFault(parts: AgentParts, message: V3Message, level: SecurityLevel): CounterName | null {
  const { clock } = parts;
  if (!message.engine.equals(parts.engine)) return 'unknownEngines';
  if (message.user !== parts.keyring.settings().user) return 'unknownUsers';
  if (level === 'none') return null;
  if (!isAuthentic(message.whole, message.digest, parts.keys().auth)) return 'wrongDigests';
  const isLate = Math.abs(message.time - clock.time()) > windowSeconds;
  if (isLate || message.boots !== clock.boots()) return 'notInTimeWindow';
  return level === 'privacy' && message.salt.length !== saltLength ? 'decryptionErrors' : null;
}

function answerTrusted(parts: AgentParts, message: V3Message, level: SecurityLevel): Buffer | null {
  const scoped = readScopedPdu(level === 'privacy' ? decrypted(parts, message) : message.data);
  const request = readRequest(scoped.pdu);
  if (scoped.pdu.failed()) {
    // With the wrong key AES gives noise, not an error.
    if (level !== 'privacy') return dropped(parts, 'parseErrors');
    return report(parts, message, { counter: 'decryptionErrors', level: 'none', id: 0 });
  }
  const isOurs = scoped.engine.length === 0 || scoped.engine.equals(parts.engine);
  if (request === null || !isOurs) {
    return report(parts, message, { counter: 'unknownPduHandlers', level, id: request?.id ?? 0 });
  }
  if (scoped.context !== '')
    return report(parts, message, { counter: 'unknownContexts', level, id: request.id });
  const mib = parts.mib();
  if (mib === null) return dropped(parts, 'silentDrops');
  // Who does not prove to be the user sees nothing.
  const access = level === 'none' ? 'none' : 'write';
  const room = Math.max(0, Math.min(parts.mostOctets, message.maxSize) - v3Overhead);
  return sealed(parts, message, {
    level,
    pdu: encodeResponse(answer({ request, access, mib, room })),
  });
}

const decrypted = (parts: AgentParts, { data, boots, time, salt }: V3Message): Buffer =>
  decrypt(data, parts.keys(), { boots, time, salt });

function plainRequestId(message: V3Message): number {
  if (message.level === 'privacy') return 0;
  const { pdu } = readScopedPdu(message.data);
  return readRequest(pdu)?.id ?? 0;
}

function report(parts: AgentParts, message: V3Message, { counter, level, id }: Fault): Buffer | null {
  parts.counters[counter] += 1;
  if (!message.wantsReport) return null;
  const oid = [...oidOf(counterOids[counter]), 0];
  const binding = encodeBinding(oid, counterOf(parts.counters[counter]));
  return sealed(parts, message, { level, pdu: encodeReport(id, binding) });
}

type Sealing = { readonly level: SecurityLevel; readonly pdu: Buffer };

function sealed(parts: AgentParts, message: V3Message, { level, pdu }: Sealing): Buffer {
  return encodeV3({
    id: message.id,
    level,
    engine: parts.engine,
    boots: parts.clock.boots(),
    time: parts.clock.time(),
    user: message.user,
    // Without a level there is nothing to sign, and a stranger must not make us stretch passwords.
    keys: level === 'none' ? null : parts.keys(),
    salt: parts.keyring.salt(),
    pdu,
    context: '',
    reports: 'unwanted',
  });
}
