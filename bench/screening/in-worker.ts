import { Worker } from 'node:worker_threads';

/** Runs a file of the benchmarks in a worker, so that each index has a heap of its own, large enough and empty at the start. */
export async function inWorker<Result>(file: URL, work: object, log: (line: string) => void): Promise<Result> {
  const name = file.pathname.split('/').at(-1);
  log(`${name}: ${JSON.stringify(work)}`);
  const worker = new Worker(file, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: 16_384 } });
  const measured = await new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  log(`${name}: ${JSON.stringify(measured)}`);
  return measured;
}
