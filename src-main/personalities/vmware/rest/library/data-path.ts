/** Where the bytes of one transfer go or come from: whoever was told it may use it. */
export const dataPath = (transfer: string, name: string): string =>
  `/cls/data/${transfer}/${encodeURIComponent(name)}`;

/** Its path with percent signs undone; as it is where they cannot be. */
export function plainPathOf({ pathname }: Pick<URL, 'pathname'>): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
