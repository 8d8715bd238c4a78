import { type Static, Type } from 'typebox';
import { PasskeyView } from './passkeys.ts';

/** GET /api/access/account: by what the officer who asks can come in. */
export const OwnAccount = Type.Object({
  hasPassword: Type.Boolean(),
  passwordMinLength: Type.Integer(),
  passkeys: Type.Array(PasskeyView),
});
export type OwnAccount = Static<typeof OwnAccount>;

/** PUT /api/access/account/password */
export const OwnPassword = Type.Object({ password: Type.String({ minLength: 1, maxLength: 1000 }) });
