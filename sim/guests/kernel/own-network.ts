import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import { readBytes, replaceBytes } from '../files/content.ts';
import type { OwnNetwork } from '../network/own-network.ts';
import { ownNetworkIn, ownNetworkName, ownNetworkText } from '../network/own-network.ts';
import type { Kernel } from './process.ts';
import { running } from './running.ts';
import { ownTree, rawFile, rawNode } from './storage/disks.ts';

/** Only root may. The lab's cables know it once it is told what changed on the machine. */
export function changeNetwork(kernel: Kernel, own: OwnNetwork): Answer<void> {
  if (running(kernel).who.uid !== 0) return failed('EPERM');
  const { wire } = kernel.network;
  const text = ownNetworkText(own);
  if (text === ownNetworkText(wire.own())) return done(undefined);
  wire.change(own);
  const file = rawFile(kernel, ownNetworkName);
  return file.ok ? replaceBytes(ownTree(kernel), file.value, text) : file;
}

/** Of a kernel that runs on in another host. */
export function bringNetwork(kernel: Kernel): void {
  const node = rawNode(kernel, ownNetworkName);
  if (node !== null) kernel.network.wire.change(ownNetworkIn(readBytes(node, 0, node.size)));
}
