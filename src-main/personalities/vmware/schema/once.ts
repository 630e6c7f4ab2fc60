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
