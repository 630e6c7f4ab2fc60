import { EventEmitter } from 'node:events';
import { openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { journal } from './journal.ts';
import { tell } from './remote-channel.ts';

/** Electron's life of an app, as far as a shell can see it: ready, quit with its refusals, one instance. */
class FakeApp extends EventEmitter {
  readonly name = 'Coldaisle';
  readonly isPackaged = process.env['FAKE_PACKAGED'] === '1';
  #lock: string | null = null;
  #isQuitting = false;
  /** Set by electron.ts: what closes all windows at the end. */
  closeWindows: () => void = () => undefined;

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  enableSandbox(): void {
    journal.isSandboxEnabled = true;
  }
  setPath(name: string, path: string): void {
    if (name === 'userData') journal.userData = path;
  }
  addRecentDocument(path: string): void {
    journal.recentDocuments.push(path);
  }

  /** The lock is a file with our process id in userData; a stale one is nobody's. */
  requestSingleInstanceLock(handedOver: unknown): boolean {
    const lock = join(journal.userData, 'fake-instance.lock');
    if (isHeld(lock)) {
      tell({ kind: 'second-start', handedOver });
      return false;
    }
    writeSync(openSync(lock, 'w'), String(process.pid));
    this.#lock = lock;
    return true;
  }

  quit(): void {
    if (this.#isQuitting) return;
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    this.#isQuitting = true;
    this.closeWindows();
    this.emit('will-quit', {});
    this.exit(0);
  }

  exit(code: number): void {
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
    process.exit(code);
  }
}

function isHeld(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}

export const app = new FakeApp();

// As Electron does on Linux and macOS.
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
