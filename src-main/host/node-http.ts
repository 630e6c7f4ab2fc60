/**
 * Node's HTTP for what starts often. A static import of it reads every export of it, and so loads the whole of
 * Node's fetch: 40 ms, a tenth of a start of vcsim.
 */
export const { createServer, get, request } = process.getBuiltinModule('node:http');
