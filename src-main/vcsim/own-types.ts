/** The managed types, as tests written for vcsim know them. */
import type { AnyManaged } from '../personalities/vmware/objects/managed.ts';
import { withHostWords } from './host-words.ts';
import type { Ports } from './host-words.ts';
import { withPlainGuests } from './plain-guests.ts';
import { followingWidely } from './wide-traversals.ts';
import { findingByWords, importingWords, withWords } from './set-words.ts';

export type Types = ReadonlyMap<string, AnyManaged>;

export function ownTypes(types: Types, ports: Ports): Types {
  const changed: Readonly<Record<string, (type: AnyManaged) => AnyManaged>> = {
    VirtualMachine: (type) => withPlainGuests(withWords(type)),
    HostSystem: (type) => withHostWords(type, ports),
    SearchIndex: findingByWords,
    OvfManager: importingWords,
    PropertyCollector: followingWidely,
  };
  return new Map([...types].map(([name, type]) => [name, changed[name]?.(type) ?? type]));
}
