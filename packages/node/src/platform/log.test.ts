import { expect, test } from 'vitest';
import { createLog, REDACTED_FIELDS } from './log.ts';

function logged(fields: object): string {
  let written = '';
  createLog('info', (line) => {
    written += line;
  }).info(fields, 'a line');
  return written;
}

test.each(REDACTED_FIELDS.filter((field) => !field.includes('.') && !field.includes('[')))(
  'what stands under %s does not reach the log, nor one level down',
  (field) => {
    const line = logged({ [field]: 'Aigerim Bekova', traveller: { [field]: 'Aigerim Bekova' }, route: '/api/x' });
    expect(line).not.toContain('Aigerim');
    expect(line).toContain('/api/x');
  },
);

test('cookies and purposes of a request do not reach the log', () => {
  expect(logged({ headers: { cookie: 'secret-1', 'entente-case': 'secret-2', host: 'kz.localhost' } })).not.toContain(
    'secret',
  );
});

test("a database's error is told by its place, since its words quote the values", () => {
  const error = Object.assign(new Error('duplicate key: Aigerim Bekova'), {
    severity: 'ERROR',
    code: '23505',
    table: 'subject',
    detail: 'Key (name)=(Aigerim Bekova) already exists.',
    constraint: 'subject_key',
  });
  const line = logged({ err: new Error('The import failed', { cause: error }) });
  expect(line).not.toContain('Aigerim');
  expect(JSON.parse(line).err).toMatchObject({
    message: 'The import failed',
    cause: { code: '23505', table: 'subject', constraint: 'subject_key' },
  });
});
