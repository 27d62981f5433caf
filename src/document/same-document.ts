import type { ImportContent } from '../domain/imported';
import { breathe } from './breathe';
import { contentTexts } from './content-text';
import { documentToRecord } from './document-record';
import type { PlanDocument } from './plan-document';

async function isSameContent(a: ImportContent, b: ImportContent): Promise<boolean> {
  if (a === b) return true;
  const others = contentTexts(b);
  for (const text of contentTexts(a)) {
    if (others.next().value !== text) return false;
    await breathe();
  }
  return others.next().done === true;
}

/** Whether two documents say the same, whatever objects they are made of; the version of the pack apart. */
export async function isSameDocument(a: PlanDocument, b: PlanDocument): Promise<boolean> {
  const about = (doc: PlanDocument): string =>
    JSON.stringify(documentToRecord({ ...doc, packVersion: '' }, () => ''));
  if (about(a) !== about(b)) return false;
  for (const [id, { content }] of a.imports) {
    const other = b.imports.get(id)?.content;
    if (!other || !(await isSameContent(content, other))) return false;
  }
  return true;
}
