/** The parts of an index's memory; each is one growable buffer. */
export const PARTS = [
  'header',
  'subjects',
  'endings',
  'tokens',
  'readings',
  'runs',
  'texts',
  'records',
  'lists',
  'blocks',
  'word-directory',
  'word-slots',
  'document-directory',
  'document-slots',
  'holders',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * An index as it lies in memory. Handing it to another thread shares it (structured clone keeps it the same memory): one thread
 * may write, any number may read meanwhile.
 */
export type IndexMemory = Readonly<Record<Part, SharedArrayBuffer>>;

/** What parts may grow to, in bytes. Address space only: memory is taken as it is filled. */
const MOST: Record<Part, number> = {
  header: 4096,
  subjects: 2 ** 30,
  endings: 2 ** 28,
  tokens: 2 ** 29,
  readings: 2 ** 31,
  runs: 2 ** 32,
  texts: 2 ** 31,
  records: 2 ** 33,
  lists: 2 ** 30,
  blocks: 2 ** 33,
  'word-directory': 2 ** 26,
  'word-slots': 2 ** 31,
  'document-directory': 2 ** 26,
  'document-slots': 2 ** 32,
  holders: 2 ** 30,
};

/** Rises with every change of the layout, so that nobody reads an older one. */
const LAYOUT = 2;

/** Places of the header's numbers. */
export const HEADER = {
  layout: 0,
  /** One more than the last change in force: a change is in force, whole, when this is stored. */
  end: 1,
  size: 2,
  /** Rises when blocks are given up. */
  epoch: 3,
  tokens: 4,
  readings: 5,
  runs: 6,
  texts: 7,
  lists: 8,
  blocks: 9,
  wordDepth: 10,
  wordSlots: 11,
  documentDepth: 12,
  documentSlots: 13,
  holders: 14,
  endings: 15,
  records: 16,
  /** Of a reader at work the epoch that it began in; 0 of one that rests. */
  readers: 32,
} as const;

/** Readers at the same time at most. */
export const MOST_READERS = 64;

/** Bytes that each part takes up, room to spare apart: all of an index that nobody writes to lies in them. */
export type PartSizes = Record<Part, number>;

/** The memory of an empty index, or room for one of those sizes, whose bytes are then put in. */
export function createMemory(sizes?: PartSizes): IndexMemory {
  const memory = Object.fromEntries(
    PARTS.map((part) => [
      part,
      new SharedArrayBuffer(part === 'header' ? MOST.header : (sizes?.[part] ?? 0), { maxByteLength: MOST[part] }),
    ]),
  ) as IndexMemory;
  const header = new Int32Array(memory.header);
  header[HEADER.layout] = LAYOUT;
  header[HEADER.epoch] = 1;
  return memory;
}

/** How much of each part is used. */
export function measureMemory(memory: IndexMemory): PartSizes {
  const header = new Int32Array(memory.header);
  const words = (at: number) => (header[at]! >>> 0) * 4;
  const directory = (slots: number, depth: number) => (header[slots] === 0 ? 0 : 4 << header[depth]!);
  return {
    header: memory.header.byteLength,
    subjects: words(HEADER.end) * 8,
    endings: words(HEADER.endings) * 2,
    tokens: words(HEADER.tokens) * 8,
    readings: words(HEADER.readings) * 22,
    runs: words(HEADER.runs),
    texts: words(HEADER.texts),
    records: words(HEADER.records),
    lists: words(HEADER.lists) * 4,
    blocks: words(HEADER.blocks),
    'word-directory': directory(HEADER.wordSlots, HEADER.wordDepth),
    'word-slots': words(HEADER.wordSlots),
    'document-directory': directory(HEADER.documentSlots, HEADER.documentDepth),
    'document-slots': words(HEADER.documentSlots),
    // The place 0 stands for nobody.
    holders: header[HEADER.holders] === 0 ? 0 : words(HEADER.holders) * 2 + 8,
  };
}

/** After a memory's bytes were put in, which nobody reads yet: whether it is of this layout, and has the room that its header tells of. */
export function settleMemory(memory: IndexMemory): boolean {
  const header = new Int32Array(memory.header);
  if (header[HEADER.layout] !== LAYOUT) return false;
  header.fill(0, HEADER.readers);
  const sizes = measureMemory(memory);
  return PARTS.every((part) => memory[part].byteLength >= sizes[part]);
}
