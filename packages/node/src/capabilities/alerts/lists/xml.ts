import { SaxesParser } from 'saxes';
import { readText } from './decode.ts';
import { ListFileError } from './item.ts';
import { because, type Reason } from './reasons.ts';
import { describeText } from './sniff.ts';
import type { ListSource } from './source.ts';

/** An element of a record, with its place. Names are without namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Its own text, without that of its children. */
  text: string;
  children: XmlElement[];
  line: number;
}

export type XmlItem =
  | { kind: 'root'; name: string; attributes: Record<string, string> }
  | { kind: 'record'; element: XmlElement; place: string }
  | { kind: 'fault'; place: string; reason: Reason }
  | { kind: 'repair'; line: number; reason: Reason };

const DEPTH = 32;
const ELEMENTS = 20_000;

/**
 * The records of an XML file, one element tree at a time: every element whose path below the root is
 * named in `records` (`INDIVIDUALS/INDIVIDUAL`). No document type is taken, so that nothing can be
 * defined, included or multiplied; depth, text and elements of a record are bounded.
 */
export async function* readXml(source: ListSource, records: ReadonlySet<string>): AsyncGenerator<XmlItem> {
  const collector = new Collector(source, records);
  for await (const chunk of readText(source)) {
    for (const { line, reason } of chunk.repairs) yield { kind: 'repair', line, reason };
    collector.write(chunk.text);
    yield* collector.take();
  }
  collector.end();
  yield* collector.take();
}

class Collector {
  readonly #source: ListSource;
  readonly #records: ReadonlySet<string>;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #path: string[] = [];
  readonly #counts = new Map<string, number>();
  #found: XmlItem[] = [];
  #open: XmlElement[] = [];
  #size = 0;
  #elements = 0;
  #place = '';
  #excess = false;
  #quiet = 0;
  #ending = false;
  #begun = false;

  constructor(source: ListSource, records: ReadonlySet<string>) {
    this.#source = source;
    this.#records = records;
    const parser = this.#parser;
    parser.on('doctype', () => this.#refuse('it declares a document type (DOCTYPE), which no list needs'));
    parser.on('error', (error) => this.#malformed(error));
    parser.on('opentag', (tag) => this.#opened(tag.name, tag.attributes as Record<string, string>));
    parser.on('text', (text) => this.#said(text));
    parser.on('cdata', (text) => this.#said(text));
    parser.on('closetag', () => this.#closed());
    parser.on('comment', () => this.#alive());
    parser.on('processinginstruction', () => this.#alive());
  }

  write(text: string): void {
    if (!this.#begun && text.trim() !== '') {
      this.#begun = true;
      if (!/^\s*<(?!!doctype html|html)/i.test(text)) {
        throw new ListFileError('list-wrong-format', `${this.#source.name} is no XML list: ${describeText(text)}.`);
      }
    }
    this.#quiet += text.length;
    this.#parser.write(text);
    if (this.#quiet > this.#source.limits.record * 4) this.#refuse('a single text in it has no end in sight');
  }

  end(): void {
    this.#ending = true;
    this.#parser.close();
  }

  take(): XmlItem[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #alive(): void {
    this.#quiet = 0;
  }

  #opened(qualified: string, attributes: Record<string, string>): void {
    this.#alive();
    const name = qualified.slice(qualified.indexOf(':') + 1);
    if (this.#path.length === 0) this.#found.push({ kind: 'root', name, attributes });
    this.#path.push(name);
    if (this.#path.length > DEPTH) this.#refuse(`its elements stand more than ${DEPTH} deep`);
    if (this.#open.length > 0) this.#openWithin(name, attributes);
    else if (this.#path.length > 1) this.#openRecord(name, attributes);
  }

  #openRecord(name: string, attributes: Record<string, string>): void {
    const path = this.#path.slice(1).join('/');
    if (!this.#records.has(path)) return;
    const nth = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, nth);
    this.#place = `${path}[${nth}], line ${this.#parser.line}`;
    this.#size = 0;
    this.#elements = 0;
    this.#excess = false;
    this.#open.push({ name, attributes, text: '', children: [], line: this.#parser.line });
  }

  #openWithin(name: string, attributes: Record<string, string>): void {
    this.#elements += 1;
    for (const value of Object.values(attributes)) this.#size += value.length;
    this.#bound();
    const element = { name, attributes, text: '', children: [], line: this.#parser.line };
    if (!this.#excess) this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #said(text: string): void {
    this.#alive();
    const element = this.#open.at(-1);
    if (!element) return;
    this.#size += text.length;
    this.#bound();
    // Blanks between elements are most of a list's texts.
    if (!this.#excess && (element.children.length === 0 || /\S/.test(text))) element.text += text;
  }

  #bound(): void {
    if (this.#size > this.#source.limits.record || this.#elements > ELEMENTS) this.#excess = true;
  }

  #closed(): void {
    this.#alive();
    this.#path.pop();
    const element = this.#open.pop();
    if (!element || this.#open.length > 0) return;
    this.#found.push(
      this.#excess
        ? { kind: 'fault', place: this.#place, reason: because('huge-record') }
        : { kind: 'record', element, place: this.#place },
    );
  }

  #refuse(what: string): never {
    throw new ListFileError('list-hostile', `${this.#source.name} is refused at line ${this.#parser.line}: ${what}.`);
  }

  #malformed(error: Error): never {
    if (error instanceof ListFileError) throw error;
    const { name } = this.#source;
    if (this.#ending) {
      const inside = this.#path.length > 0 ? ` inside <${this.#path.join('><')}>` : ' before its first element';
      throw new ListFileError('list-cut', `${name} is cut: it ends at line ${this.#parser.line}${inside}.`, error);
    }
    const reason = error.message.replace(/^[\d:]+ /, '');
    throw new ListFileError(
      'list-damaged',
      `${name} is not well-formed XML at line ${this.#parser.line}: ${reason}`,
      error,
    );
  }
}

/** The trimmed texts of the children of that name, in order, empty ones left out. */
export function childTexts(element: XmlElement, name: string): string[] {
  const texts: string[] = [];
  for (const child of element.children) {
    if (child.name !== name) continue;
    const text = child.text.trim();
    if (text !== '') texts.push(text);
  }
  return texts;
}

export function childText(element: XmlElement, name: string): string | undefined {
  return childTexts(element, name)[0];
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
