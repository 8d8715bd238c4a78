import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { certificatePem, makeCertificate } from './certificate.ts';

interface Identity {
  cert: string;
  key: string;
  der: Buffer;
}

const AT = new Date('2026-11-26T00:00:00.000Z');
let kz: Identity;
let cn: Identity;
let stranger: Identity;
beforeAll(async () => {
  [kz, cn, stranger] = await Promise.all([identity('kz'), identity('cn'), identity('kz')]);
});

async function identity(name: string): Promise<Identity> {
  const { der, privateKey } = await makeCertificate(name, AT);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { cert: certificatePem(der.toString('base64')), key, der };
}

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function pinsOf(pins: Identity | Identity[]): string[] {
  return [pins].flat().map(({ cert }) => cert);
}

/** A connection as nodes make it: TLS 1.3, both ends verify, and each trusts the one certificate it has pinned. */
async function meet(ends: {
  server: Identity;
  serverPins: Identity | Identity[];
  client: Identity;
  clientPins: Identity | Identity[];
}): Promise<{ protocol: string | null; shown: string; seen: string }> {
  const shared = { minVersion: 'TLSv1.3', rejectUnauthorized: true, ecdhCurve: 'X25519MLKEM768' } as const;
  const { cert, key } = ends.server;
  const server = createServer({ ...shared, cert, key, ca: pinsOf(ends.serverPins), requestCert: true });
  servers.push(server);
  const accepted = once(server, 'secureConnection') as Promise<[TLSSocket]>;
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect({
    ...shared,
    port: (server.address() as AddressInfo).port,
    cert: ends.client.cert,
    key: ends.client.key,
    ca: pinsOf(ends.clientPins),
    // The pin says more than a name.
    checkServerIdentity: () => undefined,
  });
  servers.push({ close: () => socket.destroy() });
  // In TLS 1.3 the client is done before the server has looked at its certificate; a first byte tells.
  const greeted = accepted.then(([peer]) => peer.write('.'));
  const [[peer]] = await Promise.all([
    accepted,
    Promise.race([
      once(socket, 'data'),
      once(socket, 'error').then(([error]) => Promise.reject(error)),
      once(socket, 'close').then(() => Promise.reject(new Error('closed'))),
    ]),
    greeted,
  ]);
  const fingerprint = (end: TLSSocket) => end.getPeerX509Certificate()!.fingerprint256;
  return { protocol: socket.getProtocol(), shown: fingerprint(socket), seen: fingerprint(peer) };
}

describe('a certificate that signs itself', () => {
  test('is one to others: of this name, by its own key, for no authority and without an end', () => {
    const read = new X509Certificate(kz.der);
    expect(read.subject).toBe(`CN=kz\nserialNumber=${read.serialNumber.toLowerCase()}`);
    expect(read.issuer).toBe(read.subject);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.ca).toBe(false);
    expect(read.validFromDate).toEqual(new Date('2026-11-25T00:00:00.000Z'));
    expect(read.validToDate.getUTCFullYear()).toBe(9999);
    expect(read.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(read.toString()).toBe(kz.cert);
    expect(read.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  test('is enough for two nodes that have pinned each other’s: TLS 1.3, both verified', async () => {
    const met = await meet({ server: kz, serverPins: cn, client: cn, clientPins: kz });
    expect(met).toEqual({
      protocol: 'TLSv1.3',
      shown: new X509Certificate(kz.der).fingerprint256,
      seen: new X509Certificate(cn.der).fingerprint256,
    });
  });

  test('is verified beside another of the same node, as both are pinned while one takes over from the other', async () => {
    for (const newer of [kz, stranger]) {
      const pins = [kz, stranger];
      await expect(meet({ server: newer, serverPins: cn, client: cn, clientPins: pins })).resolves.toBeDefined();
      await expect(meet({ server: cn, serverPins: pins, client: newer, clientPins: cn })).resolves.toBeDefined();
    }
  });

  test('of the same name and another key is refused, at either end', async () => {
    await expect(meet({ server: stranger, serverPins: cn, client: cn, clientPins: kz })).rejects.toThrow();
    await expect(meet({ server: kz, serverPins: cn, client: stranger, clientPins: kz })).rejects.toThrow();
  });
});
