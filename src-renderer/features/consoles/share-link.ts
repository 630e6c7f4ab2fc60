/** The address under which one looks on who has nothing else: all that lets him in stands in its fragment. */
export type LookOnFacts = { readonly token: string; readonly machine: string };

export function lookOnAddress(origin: string, { token, machine }: LookOnFacts): string {
  const parts = new URLSearchParams({ look: token, machine });
  return `${origin}/look-on#${parts.toString()}`;
}

export function readLookOn(hash: string): LookOnFacts | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const token = parts.get('look');
  // As it travels in a subprotocol, it may hold nothing else.
  if (token === null || !/^[\w-]{20,200}$/.test(token)) return null;
  return { token, machine: (parts.get('machine') ?? '').slice(0, 200) };
}
