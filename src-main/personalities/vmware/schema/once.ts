/** Reads what a name stands for the first time someone asks. */
export function once<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined || known.has(name)) return found as T;
    const value = read(name);
    known.set(name, value);
    return value;
  };
}

/** The same where there is no end of names: what was asked lately is known, and forgotten all at once. */
export function lately<A, T>(most: number, read: (asked: A) => T): (asked: A) => T {
  const known = new Map<A, T>();
  return (asked) => {
    const found = known.get(asked);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = read(asked);
    known.set(asked, value);
    return value;
  };
}
