import type { TestProject } from 'vitest/node';
import { offerTestServer } from './database-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `testDatabase()` asks for the run's PostgreSQL. */
    ententeTestServer: string;
  }
}

/** Vitest `globalSetup`: one PostgreSQL for the run, started when the first test file asks for a database. */
export function setup(project: TestProject): () => Promise<void> {
  const offer = offerTestServer();
  project.provide('ententeTestServer', offer.address);
  return offer.close;
}
