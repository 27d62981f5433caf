import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { saveFile } from '../../src/app/document-files';
import { keepHandle, keptHandle } from '../../src/app/file-handles';

const bytes = () => Promise.resolve(new Uint8Array([1]));

function handle(permission: PermissionState, answer: PermissionState) {
  const write = vi.fn<() => Promise<void>>(() => Promise.resolve());
  return {
    write,
    handle: {
      name: '甲.cuntu',
      getFile: () => Promise.reject(new Error('not read')),
      createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }),
      queryPermission: () => Promise.resolve(permission),
      requestPermission: vi.fn<() => Promise<PermissionState>>(() => Promise.resolve(answer)),
    },
  };
}

describe('a file of an earlier visit', () => {
  it('is found by its document, and none by another', async () => {
    const plain = { name: '甲.cuntu' } as unknown as Parameters<typeof keepHandle>[1];
    await keepHandle('doc-1', plain);
    expect((await keptHandle('doc-1'))?.name).toBe('甲.cuntu');
    expect(await keptHandle('doc-2')).toBeNull();
  });

  it('that cannot be kept is asked for again', async () => {
    await keepHandle('doc-3', handle('granted', 'granted').handle);
    expect(await keptHandle('doc-3')).toBeNull();
  });

  it('is written once the user agrees, before anything is packed', async () => {
    vi.stubGlobal('window', {});
    const asked = handle('prompt', 'granted');
    const saved = await saveFile({ name: '甲.cuntu', handle: asked.handle }, '', bytes);
    expect([saved?.ok, asked.write.mock.calls.length]).toEqual([true, 1]);
    const granted = handle('granted', 'denied');
    await saveFile({ name: '甲.cuntu', handle: granted.handle }, '', bytes);
    expect(granted.handle.requestPermission).not.toHaveBeenCalled();
    expect(granted.write).toHaveBeenCalledTimes(1);
    const refused = handle('prompt', 'denied');
    const make = vi.fn<typeof bytes>(bytes);
    const outcome = await saveFile({ name: '甲.cuntu', handle: refused.handle }, '', make);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'file-failed' }] });
    expect(make).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
