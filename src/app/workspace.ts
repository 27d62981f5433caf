import { createContext, useContext } from 'react';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { DocumentLibrary } from '../document/document-library';
import type { DocumentSession } from '../document/document-session';
import type { OwnFigures } from '../document/effective-region';
import type { PackIndex } from '../domain/pack-index';
import type { Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { EngineClient } from '../engine/client';
import type { RegionOffer } from './region-offers';

/** All that lives as long as one region is open. */
export interface Workspace {
  readonly pack: RegionPack;
  /** The pack as it came, without what the document lays over it. */
  readonly shipped: RegionPack;
  readonly index: PackIndex;
  readonly estimate: PovertyEstimate;
  /** Villages' own figures from the user's tables, by code; `estimate` already holds them. */
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
  /** Another number, other villages: panels that hold answers about them begin anew. */
  readonly villagesEpoch: number;
  readonly engine: EngineClient;
  /** The document that is open, whichever it is. */
  readonly documents: DocumentSession;
  /** All documents in this browser. */
  readonly library: DocumentLibrary;
  /** All regions that can be opened, this one included. */
  readonly offers: readonly RegionOffer[];
  /** A newer pack of this region than the document's, which is open; null: the open one is the newest. */
  readonly newer: RegionOffer | null;
  /** What loading found and the user should know. */
  readonly notes: readonly Problem[];
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** Throws outside an opened region: nothing below the shell is drawn without one. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no workspace: the region is not open');
  return workspace;
}
