import { randomBytes } from 'node:crypto';
import { Authenticator, type Mischief } from '@entente/testkit/authenticator';
import { describe, expect, test } from 'vitest';
import { askForPasskey, askForSignature, namesOfficer, verifyPasskey, verifySignature } from './ceremony.ts';

const PARTY = { id: 'kz.localhost', name: 'Entente, Kazakhstan', origin: 'http://kz.localhost:8700' };
const OFFICER = { id: '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d11', name: 'a.toktarbek', displayName: 'Aigerim Toktarbek' };

async function register(authenticator = new Authenticator(PARTY.origin), mischief: Mischief = {}) {
  const challenge = randomBytes(32);
  const options = await askForPasskey(PARTY, OFFICER, challenge, []);
  return { options, passkey: await verifyPasskey(PARTY, challenge, authenticator.register(options, mischief)) };
}

describe('a passkey that is to be made', () => {
  test('is asked for at this host, kept on the authenticator, behind its PIN or finger', async () => {
    const had = randomBytes(16);
    const options = await askForPasskey(PARTY, OFFICER, randomBytes(32), [had]);
    expect(options).toMatchObject({
      rp: { id: 'kz.localhost' },
      user: { name: 'a.toktarbek', displayName: 'Aigerim Toktarbek' },
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [{ id: had.toString('base64url') }],
    });
    expect(namesOfficer(options.user.id, OFFICER.id)).toBe(true);
    expect(namesOfficer(options.user.id, crypto.randomUUID())).toBe(false);
  });

  test.each([
    ['stays on one device', {}, false],
    ['is on several devices', { synced: true }, true],
  ])('that %s is known as such', async (_, kind, synced) => {
    const authenticator = new Authenticator(PARTY.origin, kind);
    const { passkey } = await register(authenticator);
    expect(passkey).toMatchObject({ synced, counter: 0, transports: ['internal'] });
    expect(passkey!.credentialId).toEqual(Buffer.from(authenticator.credentialId, 'base64url'));
  });

  const wrong: [string, Mischief][] = [
    ['at another origin', { origin: 'https://attacker.example' }],
    ['at another port', { origin: 'http://kz.localhost:9999' }],
    ['for another host', { rpId: 'attacker.example' }],
    ['upon another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without PIN or finger', { unverified: true }],
  ];
  test.each(wrong)('%s is none', async (_, mischief) => {
    expect((await register(undefined, mischief)).passkey).toBeUndefined();
  });

  test.each(['AA', 'gA', 'o2NmbXRkbm9uZQ', randomBytes(500).toString('base64url')])(
    'of bytes that are no attestation (%#) is none',
    async (attestationObject) => {
      const challenge = randomBytes(32);
      const options = await askForPasskey(PARTY, OFFICER, challenge, []);
      const made = new Authenticator(PARTY.origin).register(options);
      expect(await verifyPasskey(PARTY, challenge, { ...made, attestationObject })).toBeUndefined();
    },
  );
});

describe('a signature', () => {
  async function sign(mischief: Mischief = {}, kind = {}) {
    const authenticator = new Authenticator(PARTY.origin, kind);
    const { passkey } = await register(authenticator);
    const challenge = randomBytes(32);
    const options = await askForSignature(PARTY, challenge);
    expect(options).toMatchObject({ rpId: 'kz.localhost', userVerification: 'required' });
    return await verifySignature(PARTY, challenge, passkey!, authenticator.signIn(options, mischief));
  }

  test('of the passkey holds, with its count', async () => {
    expect(await sign()).toEqual({ counter: 1 });
    expect(await sign({}, { counts: false })).toEqual({ counter: 0 });
  });

  const wrong: [string, Mischief][] = [
    ['of another key', { forged: true }],
    ['at another origin', { origin: 'http://kz.localhost:9999' }],
    ['for another host', { rpId: 'kz.example' }],
    ['upon another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without PIN or finger', { unverified: true }],
  ];
  test.each(wrong)('%s does not hold', async (_, mischief) => {
    expect(await sign(mischief)).toBeUndefined();
  });
});
