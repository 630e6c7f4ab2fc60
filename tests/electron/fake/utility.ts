/** `node --import` this into a child: the parent port that Electron gives a utility process, over Node's own channel. */
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
});

// Like Electron's, it keeps what comes before anybody listens.
const early: unknown[] = [];
const hear = (data: unknown): void => {
  if (port.listenerCount('message') === 0) early.push(data);
  else port.emit('message', { data });
};
port.on('newListener', (event) => {
  if (event === 'message') setImmediate(() => early.splice(0).forEach((data) => hear(data)));
});
process.on('message', hear);
process.on('disconnect', () => port.emit('close'));

Object.assign(process, { parentPort: port });
