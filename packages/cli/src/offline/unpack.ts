import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandError } from '../command.ts';

/** The bytes of a stream, unpacked if they begin as gzip does (RFC 1952, section 2.3.1), whatever the file is called. */
export async function* unpack(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const whole = (async function* () {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole;
  const gunzip = createGunzip();
  const packed = Readable.from(whole);
  packed.on('error', (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip);
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code?.startsWith('Z_')) throw cause;
    throw new CommandError('the queries are gzip data that is cut or damaged');
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}
