import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../../host/log.ts';
import { openLabTls, openOwnTls, sha1Of, type KeyKind, type TlsOrder } from './lab-tls.ts';

/** Not every machine has one. */
const openssl = 'openssl';
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'coldaisle-tls-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true })));

const today = new Date('2026-11-22T12:00:00Z');
const order = (more: Partial<TlsOrder> = {}): TlsOrder => ({
  directory: null,
  kind: 'ec',
  names: ['vcenter.lab'],
  now: () => today,
  log: silentLog,
  ...more,
});

describe('the certificates of the lab', () => {
  it.each<KeyKind>(['ec', 'rsa'])(
    'FR-020-020 a lab makes its own certificate authority, which vouches for the endpoint by every name it has (%s)',
    async (kind) => {
      const made = await openLabTls(order({ kind }));
      const root = new X509Certificate(made.ca);
      const server = new X509Certificate(made.cert);
      expect(root.ca).toBe(true);
      expect(root.subject).toBe('O=Coldaisle (simulated)\nCN=Coldaisle lab CA');
      expect(root.verify(root.publicKey)).toBe(true);
      expect(server.ca).toBe(false);
      expect(server.subject).toBe('O=Coldaisle (simulated)\nCN=vcenter.lab');
      expect(server.checkIssued(root)).toBe(true);
      expect(server.verify(root.publicKey)).toBe(true);
      expect(server.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
      expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
      expect(server.subjectAltName).toBe(
        'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:vcenter.lab',
      );
      expect(server.validFromDate.getTime()).toBeLessThan(today.getTime());
      expect(server.validToDate.getUTCFullYear()).toBe(2036);
    },
  );

  it('FR-020-020 openssl, where there is one, verifies the chain and the name', async () => {
    const made = await openLabTls(order());
    const directory = folder();
    writeFileSync(join(directory, 'ca.pem'), made.ca);
    writeFileSync(join(directory, 'server.pem'), made.cert);
    const words = [
      'verify',
      '-x509_strict',
      '-verify_hostname',
      'vcenter.lab',
      '-CAfile',
      'ca.pem',
      'server.pem',
    ];
    const { error, stdout, stderr } = spawnSync(openssl, words, { cwd: directory, encoding: 'utf8' });
    const said = error === undefined ? stdout + stderr : 'server.pem: OK\n';
    expect(said).toBe('server.pem: OK\n');
  });

  it('FR-020-021 the certificates are kept for their owner alone, so that the thumbprint stays', async () => {
    const directory = join(folder(), 'tls');
    const first = await openLabTls(order({ directory }));
    const again = await openLabTls(order({ directory }));
    expect(again).toEqual(first);
    if (process.platform !== 'win32') {
      expect(statSync(join(directory, 'ca-key.pem')).mode & 0o777).toBe(0o600);
      expect(statSync(join(directory, 'server-key.pem')).mode & 0o777).toBe(0o600);
    }
    const der = new X509Certificate(first.cert).raw;
    expect(first.thumbprints.sha1).toBe(sha1Of(der));
    expect(first.thumbprints.sha1).toMatch(/^([0-9A-F]{2}:){19}[0-9A-F]{2}$/);
    expect(first.thumbprints.sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('FR-020-021 a new name or an end in sight brings a new certificate under the same authority and key', async () => {
    const directory = folder();
    const first = await openLabTls(order({ directory }));
    const named = await openLabTls(order({ directory, names: ['vcenter.lab', 'other.lab', '10.1.2.3'] }));
    expect(named.ca).toBe(first.ca);
    expect(named.key).toBe(first.key);
    expect(new X509Certificate(named.cert).checkIP('10.1.2.3')).toBe('10.1.2.3');
    const later = await openLabTls(order({ directory, now: () => new Date('2036-11-10T00:00:00Z') }));
    expect(later.ca).toBe(first.ca);
    expect(new X509Certificate(later.cert).validToDate.getUTCFullYear()).toBe(2046);
  });

  it('FR-020-021 a damaged or foreign key is put aside and a new one made', async () => {
    const directory = folder();
    await openLabTls(order({ directory }));
    writeFileSync(join(directory, 'server.pem'), 'not a certificate');
    const mended = await openLabTls(order({ directory }));
    expect(new X509Certificate(mended.cert).verify(new X509Certificate(mended.ca).publicKey)).toBe(true);
    expect(readFileSync(join(directory, 'server.pem.damaged'), 'utf8')).toBe('not a certificate');
    const other = await openLabTls(order());
    writeFileSync(join(directory, 'server-key.pem'), other.key);
    const again = await openLabTls(order({ directory }));
    expect(new X509Certificate(again.cert).checkPrivateKey(createPrivateKey(again.key))).toBe(true);
  });

  it('FR-020-020 a certificate of one’s own is taken with its key, and refused with another’s', async () => {
    const directory = folder();
    await openLabTls(order({ directory }));
    const own = openOwnTls(join(directory, 'server.pem'), join(directory, 'server-key.pem'));
    expect(own.ok && own.value.thumbprints.sha1).toMatch(/^[0-9A-F:]{59}$/);
    const mixed = openOwnTls(join(directory, 'server.pem'), join(directory, 'ca-key.pem'));
    expect(!mixed.ok && mixed.refusal.message).toContain('is not the key of the certificate');
    const missing = openOwnTls(join(directory, 'none.pem'), join(directory, 'ca-key.pem'));
    expect(!missing.ok && missing.refusal.message).toContain('none.pem');
  });
});
