import type { Reply } from '../http/reply.ts';
import { createApiPage } from './api-page.ts';
import { schemaDocument, schemaNames } from './json-schemas.ts';
import { createOpenApi } from './open-api.ts';

export type ApiDocuments = {
  readonly openApi: () => string;
  readonly schemaNames: readonly string[];
  readonly schema: (name: string) => string;
  readonly page: (host: string) => Reply;
};

/** Each made when it is first asked for: the host must not start later for a page few people read. */
export function createApiDocuments(version: string): ApiDocuments {
  const known = new Map<string, string>();
  const once = (name: string, make: () => unknown): string => {
    const text = known.get(name) ?? JSON.stringify(make());
    known.set(name, text);
    return text;
  };
  return {
    openApi: () => once('openapi', () => createOpenApi(version)),
    schemaNames,
    schema: (name) => once(`schema ${name}`, () => schemaDocument(name)),
    page: (host) => createApiPage(createOpenApi(version), host),
  };
}
