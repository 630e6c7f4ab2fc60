import type { Value } from './value.ts';

/** A simple value from its text; undefined where the text is none of its type. */
export function simpleValue(type: string, text: string): Value {
  switch (type) {
    case 'xsd:string':
    case 'xsd:anyURI':
      return text;
    case 'xsd:boolean':
      return booleans.get(text.trim());
    case 'xsd:byte':
    case 'xsd:short':
    case 'xsd:int':
    case 'xsd:long':
      return wholeNumber(type, text.trim());
    case 'xsd:float':
    case 'xsd:double':
      return realNumber(text.trim());
    case 'xsd:dateTime':
      return Number.isNaN(Date.parse(text.trim())) ? undefined : text.trim();
    case 'xsd:base64Binary':
      return base64(text.replaceAll(/\s/g, ''));
    default:
      // Rare ones such as xsd:unsignedInt in an anyType: their text is kept.
      return text;
  }
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

const widths: Readonly<Record<string, number>> = {
  'xsd:byte': 8,
  'xsd:short': 16,
  'xsd:int': 32,
  'xsd:long': 64,
};

/** Whole numbers beyond 2^53 lose their last digits: nothing in vSphere counts that far. */
function wholeNumber(type: string, text: string): number | undefined {
  if (!/^[+-]?\d{1,20}$/.test(text)) return undefined;
  const value = Number(text);
  const reach = 2 ** ((widths[type] ?? 64) - 1);
  return value <= reach && value >= -reach ? value : undefined;
}

function realNumber(text: string): number | undefined {
  if (text === 'INF') return Infinity;
  if (text === '-INF') return -Infinity;
  if (text === 'NaN') return NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

const base64 = (text: string): string | undefined =>
  /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? text : undefined;
