import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createEngineClient, EngineFailed } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import { EngineCancelled } from '../../src/engine/protocol';
import type {
  EngineTransport,
  FromEngine,
  ToEngine,
  VillageColumns,
} from '../../src/engine/protocol';
import { workerTransport } from '../../src/engine/worker-transport';

function grid(side: number): VillageColumns {
  const count = side * side;
  const lng = Float64Array.from({ length: count }, (_, k) => 110 + (k % side) * 0.01);
  const lat = Float64Array.from({ length: count }, (_, k) => 35 + Math.floor(k / side) * 0.01);
  return { lng, lat, accuracyMetres: new Float64Array(count).fill(300) };
}

const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [110, 35.05],
    [110.2, 35.05],
  ],
};

function line(id: string, lat: number): { id: string; geometry: Geometry; accuracyMetres: number } {
  const coordinates = Array.from({ length: 2000 }, (_, k) => [109 + k * 0.001, lat]);
  return { id, geometry: { type: 'LineString', coordinates }, accuracyMetres: 0 };
}

describe('engine in process', () => {
  it('answers coverage after load-villages, and says so before', async () => {
    const client = createEngineClient(inProcessTransport());
    const query = {
      targets: [{ id: 'a', geometry: LINE, accuracyMetres: 0 }],
      distanceMetres: 2000,
    };
    await expect(client.run('coverage', query)).rejects.toThrow(EngineFailed);
    expect(await client.run('load-villages', grid(20))).toEqual({ count: 400 });
    const result = await client.run('coverage', query);
    expect(result.counts.total).toBe(400);
    expect(result.counts.certain + result.counts.asDrawn).toBeGreaterThan(0);
    const wider = await client.run('coverage', { ...query, distanceMetres: 1e6 });
    expect(wider.counts.certain).toBe(400);
  });
  it('notices that a target of the same id has moved', async () => {
    const client = createEngineClient(inProcessTransport());
    await client.run('load-villages', grid(10));
    const ask = (lat: number) =>
      client.run('coverage', {
        targets: [
          { id: 'a', geometry: { type: 'Point', coordinates: [110, lat] }, accuracyMetres: 0 },
        ],
        distanceMetres: 100,
      });
    expect((await ask(35)).states[0]).toBe(2);
    expect((await ask(36)).states[0]).toBe(0);
    expect((await ask(35)).states[0]).toBe(2);
  });
  it('reports progress and stops when aborted; the engine answers the next call', async () => {
    const client = createEngineClient(inProcessTransport());
    await client.run('load-villages', grid(200));
    const stop = new AbortController();
    const seen: number[] = [];
    const targets = Array.from({ length: 12 }, (_, k) => line(`l${k}`, 34 + k * 0.3));
    const run = client.run(
      'coverage',
      { targets, distanceMetres: 1000 },
      {
        signal: stop.signal,
        onProgress({ done, total }) {
          seen.push(done / total);
          stop.abort();
        },
      },
    );
    await expect(run).rejects.toBeInstanceOf(EngineCancelled);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeLessThan(1);
    const next = await client.run('coverage', { targets: [], distanceMetres: 5 });
    expect(next.counts.notCovered).toBe(40_000);
  });
  it('passes on why a geometry was refused', async () => {
    const client = createEngineClient(inProcessTransport());
    await client.run('load-villages', grid(3));
    const north: Geometry = { type: 'Point', coordinates: [110, 86] };
    const targets = [{ id: 'a', geometry: north, accuracyMetres: 0 }];
    await expect(client.run('coverage', { targets, distanceMetres: 1 })).rejects.toThrow('86°');
  });
  it('draws reach and belts', async () => {
    const client = createEngineClient(inProcessTransport());
    const reach = await client.run('reach', {
      targets: [{ id: 'a', geometry: LINE, accuracyMetres: 0 }],
      distanceMetres: 1000,
    });
    expect(reach.features.map((feature) => feature.properties.id)).toEqual(['a']);
  });
});

function scripted(): EngineTransport & { sent: ToEngine[]; answer: (m: FromEngine) => void } {
  const sent: ToEngine[] = [];
  let listener: (message: FromEngine) => void = () => undefined;
  return {
    sent,
    answer: (message) => listener(message),
    post: (message) => void sent.push(message),
    onMessage: (each) => void (listener = each),
    close: () => undefined,
  };
}

describe('engine client', () => {
  it('matches answers to calls whatever their order', async () => {
    const channel = scripted();
    const client = createEngineClient(channel);
    const first = client.run('load-villages', grid(1));
    const second = client.run('load-villages', grid(2));
    channel.answer({ type: 'done', id: 2, output: { count: 4 } });
    channel.answer({ type: 'done', id: 1, output: { count: 1 } });
    expect([await first, await second]).toEqual([{ count: 1 }, { count: 4 }]);
  });
  it('rejects at once on abort, tells the engine, and ignores the late answer', async () => {
    const channel = scripted();
    const client = createEngineClient(channel);
    const stop = new AbortController();
    const call = client.run('load-villages', grid(1), { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toBeInstanceOf(EngineCancelled);
    expect(channel.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
    channel.answer({ type: 'done', id: 1, output: { count: 1 } });
    await expect(client.run('load-villages', grid(1), { signal: stop.signal })).rejects.toThrow(
      EngineCancelled,
    );
  });
  it('rejects open and later calls once closed', async () => {
    const client = createEngineClient(scripted());
    const call = client.run('load-villages', grid(1));
    client.close();
    await expect(call).rejects.toBeInstanceOf(EngineCancelled);
    await expect(client.run('load-villages', grid(1))).rejects.toBeInstanceOf(EngineCancelled);
  });
  it('fails open calls when the worker dies', async () => {
    const events = new EventTarget();
    const worker = {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: events.addEventListener.bind(events),
    };
    const client = createEngineClient(workerTransport(worker));
    const call = client.run('load-villages', grid(1));
    events.dispatchEvent(Object.assign(new Event('error'), { message: 'script missing' }));
    await expect(call).rejects.toThrow('script missing');
  });
});
