import { describe, expect, test } from 'vitest';
import { ACT_FORMAT, type Act, type Consent, type Statement, writeAct } from './act.ts';
import { readActFile } from './act-file.ts';
import { gatherConsents } from './gather.ts';
import { writeRegisterFile } from './register-file.ts';

const statement: Statement = {
  format: ACT_FORMAT,
  organisation: 'sco',
  number: 2,
  previous: 'a'.repeat(64),
  kind: 'treaty',
  subject: 'invented-treaty',
  body: { inForceFrom: '2026-01-01T00:00:00.000Z' },
  procedure: 'consensus',
  effectiveAt: '2026-01-01T00:00:00.000Z',
};

function consent(member: string, at = '2026-01-01T00:00:00.000Z', signature = 'AA=='): Consent {
  return { member, node: member.toLowerCase(), key: '0123456789abcdef', at, signature };
}

const act = (...consents: Consent[]): Act => ({ statement, consents });

describe('consents gathered apart', () => {
  test('come together under their statement, in the order of the members', () => {
    const gathered = gatherConsents([act(consent('KZ')), act(consent('CN'), consent('KZ')), act()]);
    expect(gathered).toEqual(act(consent('CN'), consent('KZ')));
  });

  test('of one member given twice: the earlier stays, whatever the order', () => {
    const [early, late] = [consent('KZ'), consent('KZ', '2026-01-02T00:00:00.000Z', 'BB==')];
    expect(gatherConsents([act(late), act(early)])).toEqual(act(early));
    expect(gatherConsents([act(early), act(late)])).toEqual(act(early));
  });

  test('to different statements do not', () => {
    const other = { statement: { ...statement, number: 3 }, consents: [] };
    expect(() => gatherConsents([act(), other])).toThrow(expect.objectContaining({ code: 'other-content' }));
  });
});

describe('a file of acts', () => {
  const single = act(consent('KZ'));

  test('is one act on its way, or a register', () => {
    expect(readActFile(writeAct(single))).toEqual([single]);
    expect(readActFile(`${writeAct(single)}\n`)).toEqual([single]);
    expect(readActFile(writeRegisterFile('sco', [single, single]))).toEqual([single, single]);
  });

  test.each([
    ['nothing', '', 'not-json'],
    ['two acts without a header', `${writeAct(single)}\n${writeAct(single)}\n`, 'not-json'],
    ['another format', '{"format":"entente-register/2","organisation":"sco"}\n', 'malformed-register'],
    ['an act laid out for people', JSON.stringify(single, undefined, 2), 'not-canonical'],
  ])('is refused where it is %s', (_, file, code) => {
    expect(() => readActFile(file)).toThrow(expect.objectContaining({ code }));
  });
});
