import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type ConfigError, readConfig } from './config.ts';

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

describe('a node without settings', () => {
  test('serves this machine alone, from a folder named after its state', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ state: 'KZ', host: '127.0.0.1', publicHost: 'kz.localhost', port: 8700 });
    expect(config.dataDir).toMatch(/\/\.entente\/KZ$/);
    expect(config.nodeKeyFile).toBe(`${config.dataDir}/node.key`);
    expect(config.databaseUrl).toBeUndefined();
  });

  test('names its folder and its host after the state it is told', () => {
    expect(readConfig({ ENTENTE_STATE: 'UZ' })).toMatchObject({ publicHost: 'uz.localhost' });
    expect(readConfig({ ENTENTE_STATE: 'UZ' }).dataDir).toMatch(/\/UZ$/);
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ ENTENTE_STATE: ' ', ENTENTE_DATABASE_URL: '' }).state).toBe('KZ');
  });
});

describe('a setting that cannot be right', () => {
  test.each([
    [{ ENTENTE_STATE: 'Kazakhstan' }, 'ENTENTE_STATE=Kazakhstan is not a state'],
    [{ ENTENTE_PORT: '87oo' }, 'ENTENTE_PORT=87oo is not a port'],
    [{ ENTENTE_PORT: '70000' }, 'ENTENTE_PORT=70000 is not a port'],
    [{ ENTENTE_HOST: 'all' }, 'ENTENTE_HOST=all is not an address'],
    [{ ENTENTE_PUBLIC_HOST: 'https://kz.example' }, 'is not a host name'],
    [{ ENTENTE_TRUSTED_PROXIES: '10.0.0.1, ten' }, 'names "ten", which is no IP address'],
    [{ ENTENTE_TRUSTED_PROXIES: '10.0.0.1/33' }, 'names "10.0.0.1/33"'],
    [{ ENTENTE_DATABASE_URL: 'mysql://a/b' }, 'ENTENTE_DATABASE_URL is not a PostgreSQL address'],
    [{ ENTENTE_DATABASE_URL: 'postgresql://localhost' }, 'ENTENTE_DATABASE_URL names no database'],
    [{ ENTENTE_LOG_LEVEL: 'loud' }, 'ENTENTE_LOG_LEVEL=loud is none of trace'],
    [{ ENTENTE_DRAIN_SECONDS: '-1' }, 'ENTENTE_DRAIN_SECONDS=-1 is out of range'],
    [{ ENTENTE_DATADIR: '/data' }, 'ENTENTE_DATADIR is no setting of Entente'],
  ])('is refused with what to write instead: %j', (env, message) => {
    expect(faults(env)).toEqual([expect.stringContaining(message)]);
  });

  test('is named together with every other', () => {
    expect(faults({ ENTENTE_STATE: 'x', ENTENTE_PORT: 'y', ENTENTE_LOG_LEVEL: 'z' })).toHaveLength(3);
  });
});

describe('settings that contradict each other', () => {
  test('other machines are not let in without TLS', () => {
    expect(faults({ ENTENTE_HOST: '0.0.0.0' })).toEqual([
      expect.stringContaining('name it in ENTENTE_TRUSTED_PROXIES'),
    ]);
  });

  test('a proxy needs a name officers can reach', () => {
    expect(faults({ ENTENTE_HOST: '0.0.0.0', ENTENTE_TRUSTED_PROXIES: '10.0.0.1' })).toEqual([
      expect.stringContaining('Set ENTENTE_PUBLIC_HOST'),
    ]);
  });

  test('a name for other machines needs a proxy', () => {
    expect(faults({ ENTENTE_PUBLIC_HOST: 'kz.entente.example' })).toEqual([
      expect.stringContaining('Name the proxy in ENTENTE_TRUSTED_PROXIES'),
    ]);
  });

  test('host, proxy and name together are accepted', () => {
    const env = {
      ENTENTE_HOST: '0.0.0.0',
      ENTENTE_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16, fd00::/8',
      ENTENTE_PUBLIC_HOST: 'kz.entente.example',
    };
    expect(readConfig(env).trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16', 'fd00::/8']);
  });
});

describe('the password of the database', () => {
  const url = 'postgresql://entente:hunter2@db.example/entente';

  test('is there for those who ask for it, and printed nowhere', () => {
    const config = readConfig({ ENTENTE_DATABASE_URL: url });
    expect(config.databaseUrl?.reveal()).toBe(url);
    expect(`${config.databaseUrl} ${JSON.stringify(config)} ${inspect(config)}`).not.toContain('hunter2');
  });

  test('is not in the message that refuses its address', () => {
    expect(faults({ ENTENTE_DATABASE_URL: 'http://entente:hunter2@db/x' }).join()).not.toContain('hunter2');
  });
});
