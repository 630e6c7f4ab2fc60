/** What the world refuses, said as vSphere says it. */
import type { Refusal, RefusalCode } from '../../../../sim/contract/result.ts';
import type { Data } from '../wire/value.ts';
import type { Answer, Fault } from './fault.ts';

type Saying = (refusal: Refusal) => { readonly type: string; readonly fields: Data };

const as =
  (type: string, fields: (refusal: Refusal) => Data = () => ({})): Saying =>
  (refusal) => ({ type, fields: fields(refusal) });

const sayings: { readonly [Code in RefusalCode]: Saying } = {
  'invalid-input': ({ where }) =>
    where === 'name'
      ? { type: 'InvalidName', fields: { name: '' } }
      : { type: 'InvalidArgument', fields: { invalidProperty: where ?? '' } },
  'unknown-entity': as('ManagedObjectNotFound'),
  'unknown-parent': as('InvalidArgument', ({ where }) => ({ invalidProperty: where ?? 'parent' })),
  'wrong-kind': as('InvalidArgument', ({ where }) => ({ invalidProperty: where ?? '' })),
  'wrong-state': as('InvalidState'),
  'name-taken': as('DuplicateName'),
  'id-taken': as('AlreadyExists'),
  'slot-taken': as('ResourceInUse'),
  'over-capacity': as('InsufficientResourcesFault'),
  'outside-room': as('InvalidArgument'),
  'not-empty': as('ResourceInUse'),
  'not-allowed': as('NoPermission'),
  'not-found': as('NotFound'),
  'changed-since': as('ConcurrentAccess'),
  'too-large': as('InvalidArgument', ({ where }) => ({ invalidProperty: where ?? '' })),
  'too-many': as('LimitExceeded'),
  busy: as('TaskInProgress'),
  'fault-injected': as('SystemError', () => ({ reason: 'chaos' })),
  'storage-failed': as('SystemError', () => ({ reason: 'storage' })),
  'damaged-file': as('FileFault', () => ({ file: '' })),
  'foreign-file': as('FileFault', () => ({ file: '' })),
  'newer-file': as('FileFault', () => ({ file: '' })),
  unsupported: as('NotSupported'),
  internal: as('SystemError', () => ({ reason: 'internal' })),
};

export function faultOf(refusal: Refusal): Fault {
  const hint = refusal.hint === undefined ? '' : ` ${refusal.hint}`;
  const { type, fields } = sayings[refusal.code](refusal);
  return { type, fields, message: `${refusal.message}${endOf(refusal.message)}${hint}`.trim() };
}

const endOf = (message: string): string => (/[.!?:]$/.test(message) ? '' : '.');

export const refusedBy = (refusal: Refusal): Answer<never> => ({ ok: false, fault: faultOf(refusal) });
