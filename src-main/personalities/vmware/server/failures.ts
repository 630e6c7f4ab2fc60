/** What a client hears when our own code failed, or it spoke no HTTP: never silence, never the end of the server. */
import type { Duplex } from 'node:stream';
import type { Outgoing } from './outgoing.ts';
import type { Route } from './routes.ts';

const sorry = 'A defect of the simulated vCenter; its log says more';

/** Escaped, for it may hold what a client sent. */
const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const soapFault = (message: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope ` +
  `xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<soapenv:Body><soapenv:Fault><faultcode>ServerFaultCode</faultcode>` +
  `<faultstring>${inXml(message)}</faultstring>` +
  `<detail><RuntimeFaultFault xmlns="urn:vim25" xsi:type="RuntimeFault"></RuntimeFaultFault></detail>` +
  `</soapenv:Fault></soapenv:Body></soapenv:Envelope>`;

const jsonError = (message: string): string =>
  JSON.stringify({
    error_type: 'INTERNAL_SERVER_ERROR',
    messages: [
      { id: 'com.vmware.vapi.std.errors.internal_server_error', default_message: message, args: [] },
    ],
  });

/** HTTP 500 in the route's dialect; a half-told answer can only be cut off. */
export async function tellDefect(answer: Outgoing, dialect: Route['dialect']): Promise<void> {
  if (answer.isBegun()) {
    answer.raw.destroy();
    return;
  }
  answer.note({ fault: 'defect' });
  switch (dialect) {
    case 'soap':
      return answer.send(500, 'text/xml; charset=utf-8', soapFault(sorry));
    case 'json':
      return answer.send(500, 'application/json', jsonError(sorry));
    case 'text':
      return answer.send(500, 'text/plain; charset=utf-8', `${sorry}\n`);
    default:
      return dialect satisfies never;
  }
}

/** What Node could not read as a request at all. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  writeRaw(socket, statusOf(error.code));
}

/** Where there is no answer to write on yet: the socket itself is told, and closed. */
export const writeRaw = (socket: Duplex, status: string): void =>
  void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

function statusOf(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout';
    default:
      return '400 Bad Request';
  }
}
