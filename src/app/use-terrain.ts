import type { Geometry } from 'geojson';
import { useEffect, useState } from 'react';
import type { TerrainAnswer } from '../analysis/object-facts';
import { type TerrainFacts, type TerrainSampler, terrainFacts } from '../analysis/terrain-facts';
import { breathe } from '../document/breathe';
import type { ImportRecord } from '../domain/imported';
import { terrainOf } from './terrain';

/** After the hand's last move; sampling an area takes about a frame. */
const REST_MILLISECONDS = 200;

type Answers = WeakMap<Geometry, TerrainFacts | null>;

const answersByTerrain = new WeakMap<TerrainSampler, Answers>();

function answersOf(terrain: TerrainSampler): Answers {
  const answers = answersByTerrain.get(terrain) ?? new WeakMap();
  answersByTerrain.set(terrain, answers);
  return answers;
}

type TerrainUnder = (geometry: Geometry) => TerrainAnswer;

function reader(terrain: TerrainSampler | null): TerrainUnder {
  if (terrain === null) return () => null;
  const answers = answersOf(terrain);
  return (geometry) => {
    const known = answers.get(geometry);
    return known === undefined ? 'later' : known;
  };
}

/** Samples a geometry a turn. */
async function sampleAll(
  terrain: TerrainSampler,
  geometries: readonly Geometry[],
  signal: AbortSignal,
): Promise<void> {
  const answers = answersOf(terrain);
  for (const geometry of geometries) {
    if (signal.aborted) return;
    if (!answers.has(geometry)) answers.set(geometry, terrainFacts(geometry, terrain));
    await breathe();
  }
}

/**
 * What the imported terrain says of each geometry: sampled once, while the hand rests, and 'later' until then. Another
 * function when more is known.
 */
export function useTerrain(
  imports: ReadonlyMap<string, ImportRecord>,
  geometries: readonly Geometry[],
): TerrainUnder {
  const terrain = terrainOf(imports);
  const [read, setRead] = useState(() => ({ terrain, under: reader(terrain) }));
  useEffect(() => {
    if (terrain === null) return;
    // What another panel samples meanwhile is new here too: asked now, not after the rest.
    const open = geometries.filter((geometry) => !answersOf(terrain).has(geometry));
    if (open.length === 0) return;
    const stop = new AbortController();
    const rest = setTimeout(() => {
      void sampleAll(terrain, open, stop.signal).then(() => {
        if (!stop.signal.aborted) setRead({ terrain, under: reader(terrain) });
      });
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [terrain, geometries]);
  if (read.terrain === terrain) return read.under;
  const fresh = { terrain, under: reader(terrain) };
  setRead(fresh);
  return fresh.under;
}
