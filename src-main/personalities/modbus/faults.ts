import type { Refusal } from '../../../sim/contract/result.ts';

/** Modbus's own words for no. */
export const exceptions = {
  illegalFunction: 1,
  illegalAddress: 2,
  illegalValue: 3,
  deviceFailure: 4,
  busy: 6,
} as const;
export type Exception = (typeof exceptions)[keyof typeof exceptions];

/** What the world will not do, said the Modbus way. */
export function exceptionOf({ code }: Refusal): Exception {
  switch (code) {
    case 'invalid-input':
      return exceptions.illegalValue;
    case 'busy':
      return exceptions.busy;
    default:
      return exceptions.deviceFailure;
  }
}
