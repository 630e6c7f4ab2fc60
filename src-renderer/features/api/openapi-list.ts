/** What the page needs of the host's OpenAPI document. Pure, and easy on documents of newer hosts. */
export type ApiCall = { readonly method: string; readonly path: string; readonly summary: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const methods = ['get', 'post', 'put', 'delete', 'patch'];

export function callsOf(document: unknown): readonly ApiCall[] {
  if (!isRecord(document) || !isRecord(document['paths'])) return [];
  return Object.entries(document['paths']).flatMap(([path, item]) =>
    !isRecord(item)
      ? []
      : Object.entries(item)
          .filter(([method]) => methods.includes(method))
          .map(([method, call]) => ({
            method: method.toUpperCase(),
            path,
            summary: isRecord(call) && typeof call['summary'] === 'string' ? call['summary'] : '',
          })),
  );
}
