import { escaped } from './escape.ts';
import type { Value } from './value.ts';

const largestInt = 2_147_483_647;

/** The type of a bare value in an anyType. */
export function xsdOf(value: string | number | boolean): string {
  if (typeof value === 'string') return 'xsd:string';
  if (typeof value === 'boolean') return 'xsd:boolean';
  if (!Number.isInteger(value)) return 'xsd:double';
  return value <= largestInt && value >= -largestInt - 1 ? 'xsd:int' : 'xsd:long';
}

/** A simple value as it stands in an element of this type. */
export function simpleText(type: string, value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'number') throw new Error(`a ${type} cannot be ${JSON.stringify(value)}`);
  return numberText(type, value);
}

function numberText(type: string, value: number): string {
  switch (type) {
    case 'xsd:double':
    case 'xsd:float':
      return Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? 'INF' : '-INF';
    case 'xsd:string':
      return String(value);
    case 'xsd:byte':
    case 'xsd:short':
    case 'xsd:int':
    case 'xsd:long':
      // BigInt writes no exponent, which a whole number must not have on the wire.
      return Number.isSafeInteger(value) ? String(value) : wholeText(value);
    default:
      throw new Error(`a ${type} cannot be ${value}`);
  }
}

function wholeText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no whole number`);
  return BigInt(Math.trunc(value)).toString();
}
