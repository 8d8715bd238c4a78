import type { PoolClient } from 'pg';
import type { DataStep } from '../src/platform/database/data-step.ts';
import type { Sealing } from '../src/platform/sealing/sealing.ts';

/** Rows sealed at a time: few enough to be held, many enough that the round trips do not count. */
const BATCH = 2000;

/** Seals parts of the log, listed subjects, reports of imports and checks of a node founded before. */
export const dataStep: DataStep = async (client, sealing) => {
  await sealParts(client, sealing);
  await sealSubjects(client, sealing);
  await sealImports(client, sealing);
  await sealChanges(client, sealing);
  await sealProblems(client, sealing);
  await sealChecks(client, sealing);
};

/** What stood in clear in these tables shall not stay behind on the disk. */
export const rewritten = [
  'audit.part',
  'alerts.subject',
  'alerts.import',
  'alerts.import_change',
  'alerts.import_problem',
  'screening."check"',
];

interface Part {
  record: string;
  name: string;
  salt: Buffer;
  text: string;
}

async function sealParts(client: PoolClient, sealing: Sealing): Promise<void> {
  const select = 'SELECT record, name, salt, text FROM audit.part WHERE text IS NOT NULL';
  await eachBatch<Part>(client, select, async (parts) => {
    const seal = ({ record, name, salt, text }: Part) =>
      sealing.sealBytes(`audit.part/${record}/${name}`, Buffer.concat([salt, Buffer.from(text, 'utf8')]));
    await client.query(
      `UPDATE audit.part SET personal = sealed.personal
       FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS sealed (record, name, personal)
       WHERE part.record = sealed.record AND part.name = sealed.name`,
      [parts.map(({ record }) => record), parts.map(({ name }) => name), parts.map(seal)],
    );
  });
}

interface Subject {
  id: string;
  version: Buffer;
  clear: object | null;
}

async function sealSubjects(client: PoolClient, sealing: Sealing): Promise<void> {
  await eachBatch<Subject>(client, 'SELECT id, version, clear FROM alerts.subject', async (subjects) => {
    const seal = ({ id, clear }: Subject) => (clear === null ? null : sealing.seal(`alerts.subject/${id}`, clear));
    await client.query(
      `UPDATE alerts.subject SET personal = sealed.personal, version = sealed.version
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS sealed (id, version, personal)
       WHERE subject.id = sealed.id`,
      [
        subjects.map(({ id }) => id),
        subjects.map(({ version }) => sealing.lookup('alerts.subject-version', version.toString('hex'))),
        subjects.map(seal),
      ],
    );
  });
}

interface Import {
  id: string;
  files: object;
  clear: string | null;
}

async function sealImports(client: PoolClient, sealing: Sealing): Promise<void> {
  await eachBatch<Import>(client, 'SELECT id, files, clear FROM alerts.import', async (imports) => {
    for (const { id, files, clear } of imports) {
      const failure = clear === null ? null : sealing.seal(`alerts.import.failure_detail/${id}`, clear);
      await client.query('UPDATE alerts.import SET personal = $2, failure_detail = $3 WHERE id = $1', [
        id,
        sealing.seal(`alerts.import/${id}`, { files }),
        failure,
      ]);
    }
  });
}

interface Numbered {
  import: string;
  number: number;
}

async function sealChanges(client: PoolClient, sealing: Sealing): Promise<void> {
  const select = 'SELECT import, number, clear FROM alerts.import_change';
  await eachBatch<Numbered & { clear: object }>(client, select, async (changes) => {
    await updateNumbered(client, 'alerts.import_change', changes, (change) =>
      sealing.seal(`alerts.import_change/${change.import}/${change.number}`, change.clear),
    );
  });
}

interface ReportedProblem extends Numbered {
  file: string;
  place: string;
  ref: string | null;
  clear: object;
}

async function sealProblems(client: PoolClient, sealing: Sealing): Promise<void> {
  const select = 'SELECT import, number, file, place, ref, clear FROM alerts.import_problem';
  await eachBatch<ReportedProblem>(client, select, async (problems) => {
    await updateNumbered(client, 'alerts.import_problem', problems, ({ file, place, ref, clear, ...key }) =>
      sealing.seal(`alerts.import_problem/${key.import}/${key.number}`, {
        file,
        place,
        ...(ref !== null && { ref }),
        ...clear,
      }),
    );
  });
}

async function updateNumbered<Row extends Numbered>(
  client: PoolClient,
  table: string,
  rows: Row[],
  seal: (row: Row) => Buffer,
): Promise<void> {
  await client.query(
    `UPDATE ${table} AS reported SET personal = sealed.personal
     FROM unnest($1::uuid[], $2::integer[], $3::bytea[]) AS sealed (import, number, personal)
     WHERE reported.import = sealed.import AND reported.number = sealed.number`,
    [rows.map((row) => row.import), rows.map((row) => row.number), rows.map(seal)],
  );
}

async function sealChecks(client: PoolClient, sealing: Sealing): Promise<void> {
  const select = 'SELECT id, clear FROM screening."check" WHERE clear IS NOT NULL';
  await eachBatch<{ id: string; clear: object }>(client, select, async (checks) => {
    await client.query(
      `UPDATE screening."check" AS kept SET personal = sealed.personal
       FROM unnest($1::uuid[], $2::bytea[]) AS sealed (id, personal) WHERE kept.id = sealed.id`,
      [checks.map(({ id }) => id), checks.map(({ id, clear }) => sealing.seal(`screening.check/${id}`, clear))],
    );
  });
}

/** A cursor sees the table as it was when it was opened, whatever is updated meanwhile. */
async function eachBatch<Row extends object>(
  client: PoolClient,
  select: string,
  work: (rows: Row[]) => Promise<void>,
): Promise<void> {
  await client.query(`DECLARE clear CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM clear`);
    if (rows.length === 0) break;
    await work(rows);
  }
  await client.query('CLOSE clear');
}
