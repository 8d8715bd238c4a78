import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './argon2id.ts';
import { createPasswords } from './passwords.ts';

describe('a password', () => {
  test('is known again, and no other', async () => {
    const hash = await hashPassword('Жібек жолы 2018');
    expect(await verifyPassword('Жібек жолы 2018', hash)).toBe(true);
    expect(await verifyPassword('Жібек жолы 2019', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  test('is known again however its letters are composed', async () => {
    const hash = await hashPassword('Йo\u0308');
    expect(await verifyPassword('И\u0306ö', hash)).toBe(true);
  });

  test('is never hashed to the same text twice', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
  });

  test("is hashed at OWASP's least cost", async () => {
    expect(await hashPassword('any')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  // Password and salt of the reference implementation's own tests, version 0x13: t=2, m=2^16, p=1.
  test('verifies against a hash that another implementation made', async () => {
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('passwore', reference)).toBe(false);
  });

  test('is not held against what is no hash', async () => {
    await expect(verifyPassword('password', 'password')).rejects.toThrow(/encoded form/);
  });
});

test('a name nobody has is refused after the work of a hash', async () => {
  const passwords = createPasswords();
  expect(await passwords.verify('right', null)).toBe(false);
  expect(await passwords.verify('right', await passwords.hash('right'))).toBe(true);
});
