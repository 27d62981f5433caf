// One write of autosave as data: how the history before it becomes the history after it. Histories share their entries,
// so what is new is found by comparing references, and a record holds only the patches of new steps, whether they came
// by an edit, a drag (its step replaced again and again), undo, redo, or a cancelled drag.
import * as z from 'zod/mini';
import type { Outcome } from '../domain/problem';
import { type ContentSource, type NameContent, applyStep, stepBetween } from './document-record';
import type { History, HistoryEntry } from './history';
import { migrateStep2To3 } from './migrations/2-to-3';
import { migrateStep3To4 } from './migrations/3-to-4';
import { migrateStep4To5 } from './migrations/4-to-5';
import { checkShape, damaged, fitting } from './parse-record';
import { stepRecord2 } from './schema.2';
import { stepRecord3 } from './schema.3';
import { stepRecord4 } from './schema.4';
import { stepRecord } from './schema.5';

const count = z.int().check(z.gte(0));

const places = {
  /** Oldest entries forgotten. */
  dropped: count,
  /** Entries kept after them; all later ones are replaced by `steps`. */
  kept: z.int().check(z.gte(1)),
  index: count,
};

const journalRecord = z.object({
  schemaVersion: z.literal(5),
  ...places,
  steps: z.array(stepRecord),
});
/** As earlier versions wrote it: a journal goes on over an update of the product. */
const journalRecord4 = z.object({
  schemaVersion: z.literal(4),
  ...places,
  steps: z.array(stepRecord4),
});
const journalRecord3 = z.object({
  schemaVersion: z.literal(3),
  ...places,
  steps: z.array(stepRecord3),
});
const journalRecord2 = z.object({
  schemaVersion: z.literal(2),
  ...places,
  steps: z.array(stepRecord2),
});
export type JournalRecord = z.infer<typeof journalRecord>;

/** null when the two share no entry to begin from: then a snapshot is due. */
export function journalBetween(
  from: History,
  to: History,
  nameContent: NameContent,
): JournalRecord | null {
  const [begin] = to.entries;
  const dropped = begin ? from.entries.indexOf(begin) : -1;
  if (dropped < 0) return null;
  let kept = 1;
  while (kept < to.entries.length && to.entries[kept] === from.entries[dropped + kept]) kept++;
  const steps = to.entries.slice(kept).map((entry, i) => {
    const before = to.entries[kept + i - 1];
    if (!before) throw new RangeError(`history entry ${kept + i - 1} of ${to.entries.length}`);
    return stepBetween(before.doc, entry, nameContent);
  });
  return { schemaVersion: 5, dropped, kept, steps, index: to.index };
}

function readJournal(value: unknown): Outcome<JournalRecord> {
  const second = journalRecord2.safeParse(value).data;
  const third = second
    ? { ...second, steps: second.steps.map(migrateStep2To3) }
    : journalRecord3.safeParse(value).data;
  const fourth = third
    ? { ...third, steps: third.steps.map(migrateStep3To4) }
    : journalRecord4.safeParse(value).data;
  if (!fourth) return checkShape(journalRecord, value);
  const steps = fourth.steps.map(migrateStep4To5);
  return { ok: true, value: { ...fourth, schemaVersion: 5, steps }, notes: [] };
}

/** What journalBetween wrote, applied; a record that does not fit the history is a problem. */
export function applyJournal(
  history: History,
  value: unknown,
  source: ContentSource,
): Outcome<History> {
  const read = readJournal(value);
  if (!read.ok) return read;
  const { dropped, kept, steps, index } = read.value;
  const entries: HistoryEntry[] = history.entries.slice(dropped, dropped + kept);
  const last = entries.at(-1);
  if (!last || entries.length < kept || index >= kept + steps.length) {
    const have = history.entries.length;
    return { ok: false, problems: [damaged(`日志要 ${dropped + kept} 步，只有 ${have} 步`)] };
  }
  return fitting(() => {
    let { doc } = last;
    for (const step of steps) {
      doc = applyStep(doc, step, source);
      entries.push({ doc, label: step.label });
    }
    return { entries, index, drag: null };
  });
}
