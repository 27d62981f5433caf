import { useEffect, useMemo } from 'react';
import type { ImportContent } from '../domain/imported';
import { reasonOf } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { type EngineClient, createEngineClient } from '../engine/client';
import { type AuditedData, EngineCancelled } from '../engine/protocol';
import { workerTransport } from '../engine/worker-transport';
import { useAskedDialog } from './asked-dialog';
import { auditSchedule } from './audit-schedule';
import { forgetAudit, useAudited } from './audit-store';
import { engineWorker } from './engine-worker';
import type { Analysis } from './use-analysis';
import { useWorkspace } from './workspace';

/** Beyond so many villages the audit is run when its page is asked for, not before: the pack is copied to the worker. */
const MAX_VILLAGES_UNASKED = 100_000;
/** After a change, so that one edit after the other is audited once; longer while nobody looks at the findings. */
const REST_MILLISECONDS = { asked: 500, unasked: 3000 };

function failed(error: unknown) {
  return {
    code: 'audit-failed',
    severity: 'error',
    where: {},
    text: `数据体检没有做完：${reasonOf(error)}。`,
    mend: '请检查导入的数据是否有误，再打开本页。',
  } as const;
}

let kept: EngineClient | null = null;
/** What the engine surely keeps. */
let knownPack: RegionPack | null = null;

/** An engine for audits alone, kept: a second audit needs nothing from the server. */
function auditEngine(): EngineClient {
  kept ??= createEngineClient(workerTransport(engineWorker()));
  return kept;
}

/** Runs the audit; the answer is dropped once the returned function was called. */
function startAudit(data: AuditedData): () => void {
  const asked = new AbortController();
  const pack = data.pack === knownPack ? null : data.pack;
  // Of an audit that is ended nobody knows whether it had begun.
  if (pack !== null) knownPack = null;
  auditEngine()
    .run('audit', { ...data, pack }, { signal: asked.signal })
    .then((findings) => {
      knownPack = data.pack;
      useAudited.setState({ findings, of: data, isRunning: false, problem: null });
    })
    .catch((error: unknown) => {
      if (error instanceof EngineCancelled) return;
      knownPack = null;
      useAudited.setState({ of: data, isRunning: false, problem: failed(error) });
    });
  return () => asked.abort();
}

const schedule = auditSchedule(startAudit);

/** Villages are in the pack; heights say nothing that could be audited. */
function isLayer(kind: ImportContent['kind']): boolean {
  return kind !== 'villages' && kind !== 'terrain';
}

/** Audits the pack with what the document lays over it (imports, lines, drawn projects), again after each change. Draws nothing. */
export default function AuditRunner({ analysis }: { readonly analysis: Analysis }) {
  const { pack } = useWorkspace();
  const { projects } = analysis;
  const { imports } = analysis.doc;
  const { objects } = analysis.content;
  const data = useMemo(
    () => ({
      pack,
      projects,
      imports: [...imports.values()].filter(({ content }) => isLayer(content.kind)),
      objects: [...objects.values()],
    }),
    [pack, projects, imports, objects],
  );
  const isAsked = useAskedDialog(({ name }) => name === 'audit');
  const isDue = isAsked || pack.villages.length <= MAX_VILLAGES_UNASKED;
  useEffect(() => forgetAudit, [pack.id]);
  useEffect(() => schedule.giveUp, []);
  useEffect(() => {
    if (!isDue || useAudited.getState().of === data) return;
    useAudited.setState({ isRunning: true });
    schedule.ask(data, isAsked ? REST_MILLISECONDS.asked : REST_MILLISECONDS.unasked);
  }, [data, isDue, isAsked]);
  return null;
}
