import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createEngineClient } from '../../src/engine/client';
import { createEngine } from '../../src/engine/run';
import type { EngineTransport, FromEngine, ToEngine } from '../../src/engine/protocol';
import { geometryKept, geometryOnce } from '../../src/engine/sent-geometry';
import { serveEngine } from '../../src/engine/serve';

const point = (lat: number): Geometry => ({ type: 'Point', coordinates: [110, lat] });
const target = (id: string, geometry: Geometry) => ({ id, geometry, accuracyMetres: 0 });

describe('a geometry crosses the channel once', () => {
  it('is left out while it stays the same under its id, sent again when it moved', () => {
    const lean = geometryOnce();
    const [a, b] = [point(35), point(36)];
    const sent = (geometry: Geometry): unknown => lean({ targets: [target('x', geometry)] });
    expect(sent(a)).toEqual({ targets: [target('x', a)] });
    expect(sent(a)).toEqual({ targets: [{ id: 'x', geometry: null, accuracyMetres: 0 }] });
    expect(sent(b)).toEqual({ targets: [target('x', b)] });
    expect(sent(a)).toEqual({ targets: [target('x', a)] });
    expect(lean('no request with targets')).toBe('no request with targets');
  });
  it('is put back as the same object, whatever else is asked between', () => {
    const [lean, whole] = [geometryOnce(), geometryKept()];
    const [a, b] = [target('a', point(35)), target('b', point(36))];
    const asked = [{ targets: [a, b], distanceMetres: 1 }, { targets: [b] }, { targets: [a] }];
    const received = asked.map((input) => whole(lean(input)));
    expect(received).toEqual(asked);
  });
  it('is missed with the name of its target', () => {
    const lean = geometryOnce();
    lean({ targets: [target('x', point(35))] });
    const left = lean({ targets: [target('x', point(35))] });
    expect(geometryKept()(left)).toEqual({ targets: [target('x', point(35))] });
    const same = point(35);
    lean({ targets: [target('y', same)] });
    expect(() => geometryKept()(lean({ targets: [target('y', same)] }))).toThrow('y');
  });
  it('gives the answers of whole messages through a channel that copies', async () => {
    const posted: ToEngine[] = [];
    const listeners: ((message: FromEngine) => void)[] = [];
    const receive = serveEngine(createEngine(), (message) => {
      for (const listener of listeners) listener(structuredClone(message));
    });
    const transport: EngineTransport = {
      post: (message) => {
        posted.push(message);
        receive(structuredClone(message));
      },
      onMessage: (listener) => void listeners.push(listener),
      close: () => undefined,
    };
    const client = createEngineClient(transport);
    const lat = Float64Array.from([35, 36]);
    const columns = {
      lng: new Float64Array(2).fill(110),
      lat,
      accuracyMetres: new Float64Array(2),
    };
    await client.run('load-villages', columns);
    const [still, from, to] = [point(35), point(36), point(37)];
    const states = async (moving: Geometry): Promise<readonly number[]> => {
      const targets = [target('still', still), target('moving', moving)];
      return [...(await client.run('coverage', { targets, distanceMetres: 100 })).states];
    };
    expect(await states(from)).toEqual(await states(from));
    const [far, back] = [await states(to), await states(from)];
    expect(far[1]).toBe(0);
    expect(back[1]).toBeGreaterThan(0);
    const left = posted.map(
      (message) => JSON.stringify(message).split('"geometry":null').length - 1,
    );
    // Villages, both, none, the moved one, the moved one.
    expect(left).toEqual([0, 0, 2, 1, 1]);
  });
});
