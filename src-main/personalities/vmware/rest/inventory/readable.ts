/** Whether a caller may read a thing: lists leave out what it may not. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { Fault } from '../../objects/fault.ts';
import { ownVersion } from '../../schema/version.ts';
import type { Ref } from '../../wire/value.ts';
import type { RestCall } from '../rest-call.ts';

type Asked = Pick<RestCall, 'vc' | 'caller'>;

const readable = ['System.Read'] as const;

export const readRefusal = ({ vc, caller }: Asked, ref: Ref): Fault | null =>
  vc.access.refusal({ vc, caller, version: ownVersion(vc.schema, vc.about.apiVersion) }, ref, readable);

export const isShown = (call: Asked, entity: Entity): boolean =>
  readRefusal(call, call.vc.refs.of(entity)) === null;
