/** The page about the host's API. */
export const api = {
  title: 'API',
  note: 'everything this page does, for programs',
  reference: 'Full reference',
  token: 'The token is in the address that the host printed after “ready”.',
  live: <Code>(address: Code): readonly (string | Code)[] => [
    'Live data come over the WebSocket at ',
    address,
    '.',
  ],
  what: 'The list of calls',
  empty: 'This host describes no calls.',
  calls: 'Calls',
  noDocument: 'The host did not give its OpenAPI document.',
};
