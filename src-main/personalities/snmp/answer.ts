/** What an agent says to a request, whatever brought it: RFC 3416 §4.2. */
import type { Mib } from './mib.ts';
import type { Oid } from './wire/oid.ts';
import { emptyBinding, encodeBinding } from './wire/pdu.ts';
import type { Request, Response } from './wire/pdu.ts';
import { errorStatus } from './wire/tags.table.ts';
import type { ErrorStatus } from './wire/tags.table.ts';

/** `write` is a community, or a user, of whom a real device would take a SET. */
export type Access = 'none' | 'read' | 'write';

export type Asked = {
  readonly request: Request;
  readonly access: Access;
  readonly mib: Mib;
  /** Octets that the bindings may take. */
  readonly room: number;
};

export function answer(asked: Asked): Response {
  const { request, access } = asked;
  if (access === 'none') return failed(request, errorStatus.authorizationError);
  switch (request.type) {
    case 'get':
      return each(asked, (oid) => encodeBinding(oid, asked.mib.get(oid)));
    case 'getNext':
      return each(asked, (oid) => stepFrom(asked.mib, oid).binding);
    case 'getBulk':
      return bulk(asked);
    case 'set':
      // Nothing here can be written: a reader is told that it may not, a writer that it cannot.
      return failed(request, access === 'read' ? errorStatus.noAccess : errorStatus.notWritable);
    default:
      return request.type satisfies never;
  }
}

function failed({ id, oids }: Request, status: ErrorStatus): Response {
  return { id, status, index: oids.length === 0 ? 0 : 1, bindings: oids.map(emptyBinding) };
}

function each({ request, room }: Asked, bindingOf: (oid: Oid) => Buffer): Response {
  const bindings: Buffer[] = [];
  let size = 0;
  for (const oid of request.oids) {
    const binding = bindingOf(oid);
    size += binding.length;
    if (size > room) return { id: request.id, status: errorStatus.tooBig, index: 0, bindings: [] };
    bindings.push(binding);
  }
  return { id: request.id, status: errorStatus.noError, index: 0, bindings };
}

type Step = { readonly oid: Oid; readonly binding: Buffer; readonly isLast: boolean };

function stepFrom(mib: Mib, oid: Oid): Step {
  const found = mib.next(oid);
  return found === null
    ? { oid, binding: encodeBinding(oid, 'endOfMibView'), isLast: true }
    : { oid: found.oid, binding: encodeBinding(found.oid, found.value), isLast: false };
}

/** As many as were asked for and as fit; never an error for their number. */
function bulk({ request, mib, room }: Asked): Response {
  const bindings: Buffer[] = [];
  let size = 0;
  const add = (binding: Buffer): boolean => {
    size += binding.length;
    if (size > room) return false;
    bindings.push(binding);
    return true;
  };
  const done = (): Response => ({ id: request.id, status: errorStatus.noError, index: 0, bindings });
  const once = request.oids.slice(0, request.nonRepeaters);
  if (!once.every((oid) => add(stepFrom(mib, oid).binding))) return done();
  let heads = request.oids.slice(request.nonRepeaters);
  for (let row = 0; row < request.maxRepetitions && heads.length > 0; row += 1) {
    const steps = heads.map((oid) => stepFrom(mib, oid));
    if (!steps.every(({ binding }) => add(binding))) return done();
    if (steps.every(({ isLast }) => isLast)) return done();
    heads = steps.map(({ oid }) => oid);
  }
  return done();
}
