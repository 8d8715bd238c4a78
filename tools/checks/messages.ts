import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, ROOT } from './files.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const FOLDER = 'packages/console/src/messages';

/** Every message the console uses exists in all three languages with the same arguments, and none is left unused. */
export async function checkMessages(): Promise<string[]> {
  const catalogues = await Promise.all(
    LANGUAGES.map(async (language) => ({ language, texts: await readCatalogue(language) })),
  );
  const used = await readUsedText();
  const ids = new Set(catalogues.flatMap(({ texts }) => Object.keys(texts)));
  const english = catalogues[0]?.texts ?? {};
  return [...ids]
    .sort()
    .flatMap((id) => [
      ...catalogues.flatMap(({ language, texts }) => faultsOf(id, language, texts[id], english[id])),
      ...(used.includes(`'${id}'`) || used.includes(`"${id}"`) ? [] : [`${id}: no code uses it`]),
    ]);
}

function faultsOf(id: string, language: string, text: string | undefined, english: string | undefined): string[] {
  if (text === undefined || text.trim() === '') return [`${id}: missing in ${language}`];
  if (english === undefined || argumentsOf(text) === argumentsOf(english)) return [];
  return [`${id}: in ${language} it takes {${argumentsOf(text)}}, in en {${argumentsOf(english)}}`];
}

/** The names a message takes: `{count, plural, …}` and `{name}` give `count name`. */
function argumentsOf(text: string): string {
  const names = [...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort().join(' ');
}

async function readCatalogue(language: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(ROOT, FOLDER, `${language}.json`), 'utf8')) as Record<string, string>;
}

async function readUsedText(): Promise<string> {
  const files = listFiles().filter(
    (path) => /^packages\/console\/src\/.*\.tsx?$/.test(path) && !path.includes('.test.'),
  );
  return (await Promise.all(files.map((path) => readFile(join(ROOT, path), 'utf8')))).join('\n');
}
