/** The host in Electron's utility process: the same composition as under plain Node, and no Electron in it. */
import type { ParentPort } from 'electron';
import { startHeadless } from '../start-headless.ts';
import { serveParent } from './host-service.ts';

const port: ParentPort = process.parentPort;

serveParent({
  parent: {
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    onClose: (listener) => (port as NodeJS.EventEmitter).once('close', listener),
    post: (report) => port.postMessage(report),
  },
  // Whoever sits at this window sits at this computer.
  startHost: (options) => startHeadless({ ...options, localShell: 'given' }),
  exit: (code) => process.exit(code),
});

// Ctrl-C reaches the whole group of processes; the shell hears it too, and closes the host in order.
process.on('SIGINT', () => undefined);
