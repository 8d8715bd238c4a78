import { describe, expect, test } from 'vitest';
import type { FileView } from '../../exchange/index.ts';
import { refuseFiles, showFile } from './files.ts';

const view = (change: Partial<FileView> = {}): FileView => ({
  id: 'a',
  name: 'a.pdf',
  mediaType: 'application/pdf',
  size: 9,
  state: 'here',
  share: 1,
  failure: null,
  ...change,
});

describe('a file of a message', () => {
  test('written here says how far it has come there', () => {
    const there = (outcome: { here: true } | { here: false; code: string } | null) =>
      showFile(view(), { here: true, there: { file: 'a', outcome } });
    expect(there(null)).toMatchObject({ state: 'coming', readable: true });
    expect(there({ here: true })).toMatchObject({ state: 'here', why: null, readable: true });
    expect(there({ here: false, code: 'cases.file-content' })).toMatchObject({
      state: 'refused',
      why: 'cases.file-content',
      readable: true,
    });
    expect(showFile(view(), { here: true, there: undefined })).toMatchObject({ state: 'here', readable: true });
  });

  test('of the other side says how far it has come here, and is given out only whole', () => {
    const shown = (change: Partial<FileView>) => showFile(view(change), { here: false, there: undefined });
    expect(shown({ state: 'coming', share: 0.5 })).toMatchObject({ state: 'coming', share: 0.5, readable: false });
    expect(shown({ state: 'refused', failure: 'attachment-altered' })).toMatchObject({
      state: 'refused',
      why: 'attachment-altered',
      readable: false,
    });
    expect(shown({})).toMatchObject({ state: 'here', readable: true });
  });

  test('has a name that is safe here, whatever its sender calls it', () => {
    expect(showFile(view({ name: 'x\u202efdp.exe' }), { here: false, there: undefined }).name).toBe('xfdp.exe.pdf');
  });

  test('is one that its author uploaded for this case and no message has', () => {
    expect(refuseFiles(['a', 'b'], ['b', 'a', 'c'])).toEqual([]);
    expect(refuseFiles(['a', 'd'], ['a'])).toEqual([{ rule: 'file-missing', pointer: '/files' }]);
  });
});
