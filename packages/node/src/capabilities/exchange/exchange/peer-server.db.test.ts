import { once } from 'node:events';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { keysInForce } from '@entente/crypto/act/register';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { decide, renewKeys } from '@entente/testkit/constellation/decide';
import { numberedNotes, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../platform/log.ts';
import { certificatePem, makeCertificate } from '../../membership/index.ts';

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: (node) => takeNotes(node),
    log: () => createLog('silent'),
  });
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');

/** What a node shows at its port, by the register. */
const shownBy = ({ id, node, clock }: ConstellationNode) =>
  keysInForce(node.membership.standing()!.register, id, 'tls', clock.now().toISOString()).map(({ key }) =>
    certificatePem(key),
  );

const asNode = (node: ConstellationNode): ConnectionOptions => {
  const { certificate, key } = node.node.membership.keys.tls();
  return { cert: certificate, key };
};

const reaching = (node: ConstellationNode, options: ConnectionOptions): ConnectionOptions => ({
  host: '127.0.0.1',
  port: Number(node.founder.address.split(':')[1]),
  ca: shownBy(node),
  checkServerIdentity: () => undefined,
  ...options,
});

/** Connects to India's peer port, asks for the acts, and gives the first line of the answer, or how it ended. */
async function ask(options: ConnectionOptions): Promise<{ answer: string; socket: TLSSocket }> {
  const socket = connect(reaching(india(), options));
  const answer = new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data).split('\r\n', 1)[0]!));
    socket.on('error', () => resolve('closed'));
    socket.once('close', () => resolve('closed'));
  });
  socket.write('GET /peer/acts?after=0 HTTP/1.1\r\nhost: in\r\n\r\n');
  return { answer: await answer, socket };
}

describe('the peer port', () => {
  test('speaks TLS 1.3 with a hybrid key exchange to a node of the register', async () => {
    const { answer, socket } = await ask(asNode(kz()));
    expect(answer).toBe('HTTP/1.1 200 OK');
    expect(socket.getProtocol()).toBe('TLSv1.3');
    expect(socket.getEphemeralKeyInfo()).toMatchObject({ name: 'X25519MLKEM768' });
    socket.destroy();
  });

  test('gives nobody a word who shows no certificate, one that is not pinned, or an older protocol', async () => {
    const { der, privateKey } = await makeCertificate('kz', new Date());
    const forged = {
      cert: certificatePem(der.toString('base64')),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
    expect((await ask({})).answer).toBe('closed');
    expect((await ask(forged)).answer).toBe('closed');
    // Its own certificate is pinned at the others, not here.
    expect((await ask(asNode(india()))).answer).toBe('closed');
    expect((await ask({ ...asNode(kz()), maxVersion: 'TLSv1.2' })).answer).toBe('closed');
  });

  test('resumes no session: a certificate is looked at each time', async () => {
    const first = await ask(asNode(kz()));
    const sessions: Buffer[] = [];
    first.socket.on('session', (session) => void sessions.push(session));
    const session = first.socket.getSession();
    first.socket.destroy();
    const again = await ask({ ...asNode(kz()), session: sessions[0] ?? session });
    expect(again.answer).toBe('HTTP/1.1 200 OK');
    expect(again.socket.isSessionReused()).toBe(false);
    again.socket.destroy();
  });

  test('ends every connection when the register changes, and a revoked certificate makes no new one', async () => {
    const old = asNode(kz());
    const { id } = kz().node.membership.keys.tls();
    const { socket } = await ask(old);
    const closed = once(socket, 'close');
    await renewKeys(constellation.nodes, kz(), ['tls'], { revoke: [id] });
    await closed;
    await expect.poll(async () => (await ask(asNode(kz()))).answer).toBe('HTTP/1.1 200 OK');
    expect((await ask(old)).answer).toBe('closed');
  });
});

test('a node stops without waiting for a peer of whose question not all has come', async () => {
  const socket = connect(reaching(india(), asNode(kz())));
  await once(socket, 'secureConnect');
  socket.write('GET /peer/acts?after=0 HTTP/1.1\r\nhost:');
  // That has come, too, when the server has answered on another.
  (await ask(asNode(kz()))).socket.destroy();
  const closed = once(socket, 'close');
  await india().stop();
  await closed;
  await india().start();
});

describe('a node at whose address another answers', () => {
  test('is given nothing: the certificate is not the one that the register has', async () => {
    const { rows: before } = await sql<{ seq: number }>`
      SELECT coalesce(max(seq), 0) AS seq FROM exchange.inbox`.execute(india().database.db);
    await india().stop();
    const { der, privateKey } = await makeCertificate('in', new Date());
    const { createServer } = await import('node:tls');
    const seen: string[] = [];
    const impostor = createServer(
      {
        cert: certificatePem(der.toString('base64')),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
      (socket) => socket.on('error', () => {}).on('data', (data) => seen.push(String(data))),
    );
    impostor.on('tlsClientError', () => {});
    impostor.listen(Number(india().founder.address.split(':')[1]), '127.0.0.1');
    await sendNotes(kz(), india(), numberedNotes(3));
    const failure = async () => {
      const { rows } = await sql<{ failure: string | null }>`
        SELECT failure FROM exchange.outgoing WHERE node = 'in'`.execute(kz().database.db);
      return rows[0]?.failure;
    };
    await expect.poll(failure, { timeout: 20_000 }).toBe('wrong-certificate');
    expect(seen).toEqual([]);
    await new Promise((resolve) => impostor.close(resolve));
    await india().start();
    await constellation.settle();
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) FROM exchange.inbox WHERE seq > ${before[0]!.seq}`.execute(india().database.db);
    expect(rows[0]!.count).toBe(3);
  });
});

test('a node that joins while it runs listens from then on', async () => {
  const nothing = await openConstellation({ states: ['KZ'], start: false, log: () => createLog('silent') });
  const node = nothing.of('KZ');
  await node.start();
  await decide(nothing.nodes, {
    kind: 'treaty',
    subject: 'a-treaty',
    body: { inForceFrom: '2026-01-01T00:00:00.000Z' },
  });
  expect(node.node.membership.standing()?.self).toBe('kz');
  await nothing.close();
});
