import type { Catalogue } from '../catalogue.ts';

export const api: Catalogue['api'] = {
  title: 'API',
  note: 'alles, was diese Seite kann, für Programme',
  reference: 'Vollständige Referenz',
  token: 'Das Token steht in der Adresse, die der Laborrechner nach „ready“ ausgegeben hat.',
  live: (address) => ['Live-Daten kommen über den WebSocket unter ', address, '.'],
  what: 'Die Liste der Aufrufe',
  empty: 'Dieser Laborrechner beschreibt keine Aufrufe.',
  calls: 'Aufrufe',
  noDocument: 'Der Laborrechner hat sein OpenAPI-Dokument nicht herausgegeben.',
};
