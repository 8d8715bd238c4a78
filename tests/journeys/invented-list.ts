import { inventPeople } from '../../packages/testkit/src/people/person.ts';

/** A list of invented persons in the Security Council's XML, as long as a story needs it. */
export function writeLongList(count: number, seed = 7): Buffer {
  const records: string[] = [];
  let number = 0;
  for (const person of inventPeople(count, seed)) {
    number += 1;
    const names = person.identity.names.map((name) => name.full);
    records.push(
      `<INDIVIDUAL><DATAID>${9_000_000 + number}</DATAID><FIRST_NAME>${escapeXml(names[0] ?? '')}</FIRST_NAME>` +
        `<UN_LIST_TYPE>Invented</UN_LIST_TYPE><REFERENCE_NUMBER>INi.${number}</REFERENCE_NUMBER>` +
        `${names.slice(1).map(alias).join('')}</INDIVIDUAL>`,
    );
  }
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST dateGenerated="2018-06-09T00:00:00Z"><INDIVIDUALS>\n${records.join('\n')}\n</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>\n`,
  );
}

function alias(name: string): string {
  return `<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>${escapeXml(name)}</ALIAS_NAME></INDIVIDUAL_ALIAS>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
