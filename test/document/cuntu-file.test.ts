import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addImport } from '../../src/document/edits/add-import';
import { renameDocument } from '../../src/document/edits/rename-document';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { putActual } from '../../src/document/edits/actual-edits';
import { treatFinding } from '../../src/document/edits/treatment-edits';
import { putScenes } from '../../src/document/edits/scene-edits';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { type PlanDocument, contentOf, openScenario } from '../../src/document/plan-document';
import { CUNTU_LIMITS, readCuntu } from '../../src/document/read-cuntu';
import { writeCuntu } from '../../src/document/write-cuntu';
import { readZip } from '../../src/document/zip-read';
import { writeZip } from '../../src/document/zip-write';
import { anyEdit, documentText } from './any-edit';
import { sampleAlignment } from './sample-alignment';
import {
  emptySample,
  sampleActual,
  sampleImport,
  sampleScene,
  sampleTreatment,
} from './sample-document';

const digest = (bytes: Uint8Array) =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
const about = { fileName: '方案.cuntu', packId: 'pack', digest };
const write = (doc: PlanDocument) => writeCuntu(doc, digest);
const read = (bytes: Uint8Array) => readCuntu(bytes, about);
const text = (value: string) => new TextEncoder().encode(value);

const sample = [
  setAlignment({ alignment: sampleAlignment('p1'), projectName: '甲渠' }),
  setAlignment({ alignment: sampleAlignment('p2', 0.25), projectName: '乙渠' }),
  setBeltWidth({ beltId: 'b', beltName: '甲带', widthMetres: 1234.5 }),
  addImport(sampleImport('i-1', 4)),
  addImport(sampleImport('../i/2', 2, 'zones')),
  putScenes({ scenes: [sampleScene('z'), sampleScene('a', '乙')], label: '添加场景' }),
  treatFinding(sampleTreatment('row-sum:t1:2'), '合计'),
  putActual(sampleActual('t-1', 2018), '甲指标'),
  renameDocument('平陆“方案”\n</script>'),
].reduce((doc, edit) => edit.apply(doc), emptySample());

function sizesOf(doc: PlanDocument): readonly number[] {
  const { alignments, beltWidths } = contentOf(doc);
  return [
    alignments.size,
    beltWidths.size,
    doc.imports.size,
    doc.scenes.size,
    doc.treatments.size,
    doc.actuals.size,
  ];
}

async function opened(bytes: Uint8Array) {
  const outcome = await read(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return { ...outcome.value, codes: outcome.notes.map(({ code }) => code) };
}

async function codes(bytes: Uint8Array): Promise<string[]> {
  const outcome = await read(bytes);
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

/** The parts of a good file, some changed, zipped by another writer; checksums as they were. */
async function tampered(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await write(sample));
  change(parts);
  return zipSync(parts);
}

describe('.cuntu file', () => {
  it('reads back what was written', async () => {
    expect(await opened(await write(sample))).toEqual({ doc: sample, isWhole: true, codes: [] });
  });

  it('reads back any document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { maxLength: 12 }), async (edits) => {
        const doc = edits.reduce((before, edit) => edit.apply(before), emptySample());
        const back = await opened(await write(doc));
        expect(back.codes).toEqual([]);
        expect(documentText(back.doc)).toBe(documentText(doc));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for equal documents, whenever and however made', async () => {
    const { doc } = await opened(await write(sample));
    const { content, ...base } = openScenario(doc);
    const alignments = new Map([...content.alignments].reverse());
    const scenarios = new Map([[base.id, { ...base, content: { ...content, alignments } }]]);
    const shuffled = { ...doc, scenarios };
    expect(await write(shuffled)).toEqual(await write(sample));
  });

  it('is a zip that other programs open, and that they may write again', async () => {
    const parts = unzipSync(await write(sample));
    expect(Object.keys(parts)).toEqual([
      'manifest.json',
      'document.json',
      'imports/i-1.json',
      'imports/_2.json',
    ]);
    expect(JSON.parse(new TextDecoder().decode(parts['document.json']))).toMatchObject({
      schemaVersion: 5,
      beltWidths: [{ beltId: 'b', widthMetres: 1234.5, in: ['base'] }],
    });
    expect((await opened(zipSync(parts))).isWhole).toBe(true);
    expect((await opened(zipSync(parts, { level: 0 }))).isWhole).toBe(true);
  });

  it('keeps the heights of a terrain grid to the decimetre, gaps and all', async () => {
    const record = sampleImport('t', 60, 'terrain');
    const doc = addImport(record).apply(emptySample());
    expect((await opened(await write(doc))).doc.imports.get('t')).toEqual(record);
  });

  it('takes 60,000 rows there and back', async () => {
    const doc = addImport(sampleImport('big', 60_000)).apply(emptySample());
    const back = await opened(await write(doc));
    expect(back.doc.imports.get('big')).toEqual(sampleImport('big', 60_000));
  });
});

describe('a damaged .cuntu file', () => {
  /** Nothing in a recovered document but what was in the whole one. */
  function expectNothingInvented(doc: PlanDocument): void {
    for (const [id, alignment] of contentOf(doc).alignments) {
      expect(alignment).toEqual(contentOf(sample).alignments.get(id));
    }
    for (const [id, width] of contentOf(doc).beltWidths)
      expect(width).toBe(contentOf(sample).beltWidths.get(id));
    for (const [id, scene] of doc.scenes) expect(scene).toEqual(sample.scenes.get(id));
    for (const [id, one] of doc.treatments) expect(one).toEqual(sample.treatments.get(id));
    for (const [id, one] of doc.actuals) expect(one).toEqual(sample.actuals.get(id));
    for (const [id, record] of doc.imports) expect(record).toEqual(sample.imports.get(id));
  }

  async function expectHonest(bytes: Uint8Array): Promise<number> {
    const outcome = await read(bytes);
    if (!outcome.ok) {
      expect(outcome.problems.length).toBeGreaterThan(0);
      return 0;
    }
    const { doc, isWhole } = outcome.value;
    expectNothingInvented(doc);
    if (isWhole) expect(documentText(doc)).toBe(documentText(sample));
    else expect(outcome.notes.length).toBeGreaterThan(0);
    return sizesOf(doc).reduce((sum, size) => sum + size);
  }

  it('whatever piece is cut out: nothing invented, nothing lost in silence, never an exception', async () => {
    const whole = await write(sample);
    let recovered = 0;
    let trials = 0;
    for (const length of [1, 40, 200]) {
      for (let from = 0; from < whole.length; from += length === 1 ? 17 : length / 2) {
        const cut = new Uint8Array([...whole.subarray(0, from), ...whole.subarray(from + length)]);
        recovered += await expectHonest(cut);
        trials++;
      }
    }
    // Of seven records in each file, most outlive a cut of 200 bytes or less.
    expect(recovered / trials).toBeGreaterThan(2.5);
  });

  it('wherever it ends, or a byte is wrong', async () => {
    const whole = await write(sample);
    for (let end = 0; end < whole.length; end += 23) await expectHonest(whole.subarray(0, end));
    for (let at = 0; at < whole.length; at += 23) {
      const wrong = whole.slice();
      wrong[at] = (wrong[at] ?? 0) ^ 0x55;
      await expectHonest(wrong);
    }
  });

  it('without its end still gives everything before it', async () => {
    const whole = await write(sample);
    const directoryAt = whole.findLastIndex(
      (byte, at) => byte === 0x50 && whole[at + 1] === 0x4b && whole[at + 2] === 3,
    );
    const { doc, isWhole, codes: notes } = await opened(whole.subarray(0, directoryAt + 40));
    expect(sizesOf(doc)).toEqual([2, 1, 1, 2, 1, 1]);
    expect(isWhole).toBe(false);
    expect(notes).toEqual(['cuntu-part-damaged', 'document-import-lost']);
  });

  it('a changed record is left out by its checksum, the others stay', async () => {
    const bytes = await tampered((parts) => {
      const body = new TextDecoder().decode(parts['document.json']);
      parts['document.json'] = text(body.replace('1234.5', '9999.5'));
    });
    const { doc, isWhole, codes: notes } = await opened(bytes);
    expect(sizesOf(doc)).toEqual([2, 0, 2, 2, 1, 1]);
    expect(isWhole).toBe(false);
    expect(notes).toEqual(['cuntu-part-damaged', 'cuntu-document-damaged']);
  });

  it.each([
    ['document.json is gone', 'document.json', [0, 0, 2, 0, 0, 0]],
    ['an import is gone', 'imports/i-1.json', [2, 1, 1, 2, 1, 1]],
    ['the manifest is gone', 'manifest.json', [2, 1, 2, 2, 1, 1]],
  ])('%s', async (_name, path, sizes) => {
    const bytes = await tampered((parts) => {
      delete parts[path];
    });
    const { doc, isWhole, codes: notes } = await opened(bytes);
    expect(sizesOf(doc)).toEqual(sizes);
    expect(isWhole).toBe(false);
    expect(notes.length).toBeGreaterThan(0);
  });

  it('whose document is no JSON, with a manifest that vouches for that', async () => {
    const parts = unzipSync(await write(sample));
    const body = text('{"schemaVersion": 4, oops');
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as {
      parts: { path: string; sha256: string }[];
    };
    for (const part of manifest.parts) {
      if (part.path === 'document.json') part.sha256 = await digest(body);
    }
    parts['document.json'] = body;
    parts['manifest.json'] = text(JSON.stringify(manifest));
    expect(await codes(zipSync(parts))).toEqual(['document-damaged']);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['not a zip', text('<html>')],
    ['empty', new Uint8Array()],
    ['another zip', zipSync({ 'word/document.xml': text('<a/>') })],
  ])('%s', async (_name, bytes) => {
    expect(await codes(bytes)).toEqual(['cuntu-unreadable']);
  });

  it.each(['../document.json', '/etc/passwd', 'imports/../../x.json', 'C:\\x.json', 'a\\..\\b'])(
    'path %s',
    async (path) => {
      expect(await codes(zipSync({ [path]: text('{}') }))).toEqual(['zip-path']);
    },
  );

  it('a bomb, before it is unpacked', async () => {
    const bomb = zipSync({ 'document.json': new Uint8Array(8_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    const outcome = await readZip(bomb, { maxBytes: 2_000_000, maxParts: 10 });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'zip-too-large' }] });
    expect(CUNTU_LIMITS).toEqual({ maxBytes: 200_000_000, maxParts: 1000 });
  });

  it('more parts than sane', async () => {
    const parts = Array.from({ length: 1001 }, (_, i) => ({
      path: `imports/${i}.json`,
      bytes: text('[]'),
    }));
    expect(await codes(await writeZip(parts))).toEqual(['zip-too-many-parts']);
  });

  it('a newer container, a newer document, another region', async () => {
    const newer = (path: string, from: string, to: string) =>
      tampered((parts) => {
        parts[path] = text(new TextDecoder().decode(parts[path]).replace(from, to));
        if (path === 'document.json') delete parts['manifest.json'];
      });
    expect(
      await codes(await newer('manifest.json', '"formatVersion": 1', '"formatVersion": 2')),
    ).toEqual(['cuntu-newer']);
    expect(
      await codes(await newer('document.json', '"schemaVersion":5', '"schemaVersion":6')),
    ).toEqual(['document-newer']);
  });
});
