import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createEngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import { EngineCancelled } from '../../src/engine/protocol';
import { createEngine } from '../../src/engine/run';
import type { PlanObject } from '../../src/domain/plan-object';
import { yunchengPack } from '../features/yuncheng-pack';

const FAR: PlanObject = {
  id: 'far',
  kind: 'site',
  name: '甲点',
  geometry: { type: 'Point', coordinates: [35.02, 110.99] },
  accuracyMetres: 0,
  values: new Map(),
  note: '',
  madeAt: '',
};

describe('audit in the engine', () => {
  it('audits what the document drew and brought in beside the pack', async () => {
    const pack = await yunchengPack();
    const client = createEngineClient(inProcessTransport());
    const { projects } = pack;
    const before = await client.run('audit', { pack, projects, imports: [], objects: [] });
    const after = await client.run('audit', { pack: null, projects, imports: [], objects: [FAR] });
    const known = new Set(before.map(({ id }) => id));
    const added = after.filter(({ id }) => !known.has(id));
    expect(added.map(({ kind, where }) => [kind, where.layer])).toEqual([
      ['swapped-axes', 'objects'],
    ]);
  });

  it('can be cancelled on the way: it breathes between its steps', async () => {
    const pack = await yunchengPack();
    const cancelled = { breathe: () => Promise.reject(new EngineCancelled()) };
    const { projects } = pack;
    const data = { pack, projects, imports: [], objects: [] };
    const run = createEngine().run('audit', data, cancelled);
    await expect(run).rejects.toBeInstanceOf(EngineCancelled);
  });

  it('reads the projects where they are now, and wants a pack first', async () => {
    const pack = await yunchengPack();
    const client = createEngineClient(inProcessTransport());
    const data = { pack: null, imports: [], objects: [] };
    await expect(client.run('audit', { ...data, projects: [] })).rejects.toThrow('pack');
    const geometry: Geometry = { type: 'Point', coordinates: [112, 35.6] };
    const projects = pack.projects.map((project) =>
      project.id === 'dayudu'
        ? { ...project, geometry, alignment: 'user' as const, alignmentAccuracyMetres: 0 }
        : project,
    );
    const before = await client.run('audit', { ...data, pack, projects: pack.projects });
    const after = await client.run('audit', { ...data, projects });
    const known = new Set(before.map(({ id }) => id));
    const added = after.filter(({ id }) => !known.has(id));
    expect(new Set(added.map(({ kind, where }) => `${kind} ${where.layer} ${where.code}`))).toEqual(
      new Set(['missed-area projects dayudu']),
    );
  });
});
