import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { asUploadProblem } from '../../../platform/http/upload-problem.ts';
import { PROBLEMS, Problem } from '../../../platform/problem.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';

/** A list's files as sent, before they are unpacked. OFAC's set has four. */
export const UPLOAD_LIMITS = { fileSize: 512 * 1024 * 1024, files: 16, fields: 0, parts: 16, headerPairs: 20 };

/** Files received into a folder of their own in the spool. */
export interface Upload {
  paths: string[];
  remove(): Promise<void>;
}

/** Writes the files of a multipart request to the spool as they come in, bounded; leaves nothing behind when refused. */
export async function receiveFiles(request: FastifyRequest, spool: string): Promise<Upload> {
  const folder = join(spool, crypto.randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const paths: string[] = [];
    for await (const part of request.files()) {
      const path = join(folder, `${paths.length + 1}`, safeName(part.filename));
      await mkdir(join(folder, `${paths.length + 1}`), { mode: 0o700 });
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw new Problem(PROBLEMS['too-large']);
      paths.push(path);
    }
    if (paths.length === 0) throw new Problem(ALERTS_PROBLEMS['no-list-file']);
    return { paths, remove };
  } catch (error) {
    await remove();
    throw asUploadProblem(error);
  }
}

/** A file's own name without a way out of its folder: OFAC's files are told by theirs. */
function safeName(name: string | undefined): string {
  const safe = basename((name ?? '').replaceAll('\\', '/'))
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .slice(-100);
  return /[\p{L}\p{N}]/u.test(safe) ? safe : 'list';
}
