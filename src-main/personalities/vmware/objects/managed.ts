/** How a managed object is described: where it comes from, what can be read of it, what it can be told. */
import type { AnyManaged, ManagedType, Method, Read } from '../vc.ts';

export type { AnyManaged, Asking, Call, Caller, ManagedType, Method, Read } from '../vc.ts';

/** Hands it only things that its own `find` gave: the cast cannot mix them. */
export const managed = <T>(type: ManagedType<T>): AnyManaged => type as unknown as AnyManaged;

/** There is one of it, and it has no state but the world's. */
export const service = (
  type: string,
  parts: {
    readonly properties?: Readonly<Record<string, Read<null>>>;
    readonly methods?: Readonly<Record<string, Method<null>>>;
  },
): AnyManaged =>
  managed<null>({
    type,
    find: () => null,
    properties: parts.properties ?? {},
    methods: parts.methods ?? {},
  });
