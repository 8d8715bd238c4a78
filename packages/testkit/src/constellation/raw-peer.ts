import { Agent, request } from 'node:https';
import type { Delivery } from '@entente/contracts/exchange/delivery';
import { keysInForce } from '@entente/crypto/act/register';
import { toBase64 } from '@entente/crypto/bytes';
import type { PrivateKey } from '@entente/crypto/ed25519';
import { type Envelope, writeEnvelope } from '@entente/crypto/envelope/envelope';
import { type Route, sealEnvelopes } from '@entente/crypto/envelope/sealed';
import { markOf, packSigned, signEnvelope } from '@entente/crypto/envelope/signed';
import { parseSealingKey, type SealingKey } from '@entente/crypto/sealed-to/sealing-key';
import { certificatePem } from '@entente/node/capabilities/membership/index';
import type { ConstellationNode } from './constellation.ts';

/** What a peer with altered software does otherwise than it should. */
export interface Mischief {
  /** Signs with this key, and names that one. */
  signing?: { id: string; key: PrivateKey };
  /** Names this signing key whatever signed. */
  signedBy?: string;
  sealingKey?: SealingKey;
  /** Seals for this route. */
  route?: Partial<Route>;
  /** Changes the envelope's bytes before they are signed, or the sealed ones. */
  bytes?(bytes: Uint8Array): Uint8Array;
  sealed?(sealed: Uint8Array): Uint8Array;
}

/** An answer to a request, whatever it is. */
export interface RawAnswer<Body> {
  status: number;
  body: Body;
}

/** An envelope signed, and what is to be done to the seal it goes out in. */
export interface RawEnvelope {
  signedBy: string;
  packed: Uint8Array;
  mischief: Mischief;
}

/** A peer that has a node's keys and its certificate, and software of its own. */
export interface RawPeer {
  /** An envelope for the receiver, in order unless changed. */
  envelope(change?: Partial<Envelope>): Parameters<typeof writeEnvelope>[0];
  /** Signs an envelope, to be sealed when it is posted. */
  seal(envelope: Parameters<typeof writeEnvelope>[0], mischief?: Mischief): RawEnvelope;
  /** Posts envelopes in one seal, made as the first of them has it. */
  post<Body>(envelopes: readonly RawEnvelope[], head?: Delivery['head']): Promise<RawAnswer<Body>>;
  ask<Body>(method: 'GET' | 'POST', path: string, payload?: string, type?: string): Promise<RawAnswer<Body>>;
  close(): void;
}

/** Speaks to `receiver` as `sender`, whose own work should not run meanwhile. */
export function rawPeer(sender: ConstellationNode, receiver: ConstellationNode): RawPeer {
  const { membership } = sender.node;
  const standing = () => membership.standing()!;
  const named = (use: 'sealing' | 'tls') =>
    keysInForce(standing().register, receiver.id, use, receiver.clock.now().toISOString())[0]!.key;
  const { certificate, key } = membership.keys.tls();
  const agent = new Agent({
    cert: certificate,
    key,
    ca: [certificatePem(named('tls'))],
    checkServerIdentity: () => undefined,
    keepAlive: true,
    maxCachedSessions: 0,
  });
  const port = Number(receiver.founder.address.split(':')[1]);

  const ask: RawPeer['ask'] = (method, path, payload, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers =
        payload === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(payload) };
      const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, body: JSON.parse(text) }));
      });
      sent.on('error', reject).end(payload);
    });

  return {
    envelope: (change = {}) => ({
      organisation: standing().register.organisation,
      from: sender.id,
      to: receiver.id,
      seq: 1,
      type: 'tests.noted',
      registerHead: { ...standing().register.head },
      sentAt: sender.clock.now().toISOString(),
      handling: 'restricted',
      body: { text: 'a note' },
      attachments: [],
      ...change,
    }),
    seal: (envelope, mischief = {}) => {
      const { id, key: signingKey } = mischief.signing ?? membership.keys.signing();
      const signedBy = mischief.signedBy ?? id;
      const written = writeEnvelope(envelope);
      const bytes = mischief.bytes?.(written) ?? written;
      const signature = signEnvelope(markOf(bytes, { ...envelope } as Envelope), signingKey);
      return { signedBy, packed: packSigned(bytes, signature), mischief };
    },
    post: (envelopes, head = { ...standing().register.head }) => {
      const { signedBy, mischief } = envelopes[0]!;
      const { organisation } = standing().register;
      const route = { organisation, from: sender.id, to: receiver.id, signedBy, ...mischief.route };
      const sealingKey = mischief.sealingKey ?? parseSealingKey(named('sealing'));
      const packed = envelopes.map((envelope) => envelope.packed);
      const sealed = sealEnvelopes(packed, route, sealingKey);
      const delivery: Delivery = { head, signedBy, sealed: toBase64(mischief.sealed?.(sealed) ?? sealed) };
      return ask('POST', '/peer/envelopes', JSON.stringify(delivery));
    },
    ask,
    close: () => agent.destroy(),
  };
}

/** Changes one bit of what is sealed; counted from the end where `at` is below zero. */
export function flippedBit(at: number): Mischief {
  return {
    sealed: (sealed) => {
      const bytes = Buffer.from(sealed);
      bytes[at < 0 ? bytes.length + at : at]! ^= 1;
      return bytes;
    },
  };
}
