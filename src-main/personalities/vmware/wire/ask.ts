import { isData, isRef, type Data, type Ref, type Value } from './value.ts';

/**
 * What stands in a request, by its path: `spec.cpuAllocation.limit`. The reader has checked declared types, so
 * what is of another kind than asked for is simply not there.
 */
export function at(data: Value, path: string): Value {
  let value = data;
  for (const name of path.split('.')) value = isData(value) ? value[name] : undefined;
  return value;
}

export function textAt(data: Value, path: string): string | undefined {
  const value = at(data, path);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(data: Value, path: string): number | undefined {
  const value = at(data, path);
  return typeof value === 'number' ? value : undefined;
}

export function flagAt(data: Value, path: string): boolean | undefined {
  const value = at(data, path);
  return typeof value === 'boolean' ? value : undefined;
}

export function dataAt(data: Value, path: string): Data | undefined {
  const value = at(data, path);
  return isData(value) ? value : undefined;
}

export function refAt(data: Value, path: string): Ref | undefined {
  const value = at(data, path);
  return isRef(value) ? value : undefined;
}

/** Empty where there is none. */
export function listAt(data: Value, path: string): readonly Value[] {
  const value = at(data, path);
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

export const dataListAt = (data: Value, path: string): readonly Data[] => listAt(data, path).filter(isData);

export const refListAt = (data: Value, path: string): readonly Ref[] => listAt(data, path).filter(isRef);

export const textListAt = (data: Value, path: string): readonly string[] =>
  listAt(data, path).filter((value) => typeof value === 'string');
