/** A number as people type it, with a point or a comma; null where it is none, or below nought. */
export function metresIn(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  const value = Number(text);
  return text === '' || !Number.isFinite(value) || value < 0 ? null : value;
}
